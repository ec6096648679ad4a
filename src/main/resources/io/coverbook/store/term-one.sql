-- A term of a plan. Parameters: plan, term. One row or none.
select t.term, t.service_from, t.service_until - 1 as service_through, t.outcome, t.run_id, t.billed
from term t
where t.plan_id = :plan and t.term = :term
