-- The charges of the proposal are invoiced, those over nothing too (C13). Parameters: run, month.
update charge c set state = 'INVOICED', run_id = :run
from proposed_line l
where l.run_id = :run and l.plan_id = c.plan_id and l.term = c.term and c.state = 'OPEN' and c.posting_month = :month
