-- Somebody pauses or resumes a card. One row.
insert into card_pause (card, paused, at, actor) values (:card, :paused, :at, :actor)
