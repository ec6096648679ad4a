-- A piece of work of a card begins. Parameters: card, about, asked, actor, node, at. One row, returns its id.
insert into card_run (card, about, asked, actor, node, started_at)
values (:card, :about, :asked, :actor, :node, :at) returning card_run_id
