-- The latest piece of work of each card.
select distinct on (card) card, about, asked, actor, node, started_at, ended_at, code, said
from card_run
order by card, card_run_id desc
