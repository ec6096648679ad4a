-- The last word about each card.
select distinct on (card) card, paused, at, actor from card_pause order by card, card_pause_id desc
