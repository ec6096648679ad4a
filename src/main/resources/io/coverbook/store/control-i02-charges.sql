-- I2: every billed term of a plan has its charge: none is missing, but of plans that a person dismissed (L1).
-- Parameter: first.
select count(*)::text as left_side, '0' as right_side
from term t join plan_state p using (plan_id)
where t.billed and p.status <> 'MERGED' and t.service_from >= :first
  and not exists (select from charge c where c.plan_id = t.plan_id and c.term = t.term)
  and not exists (select from ruling_last r where r.plan_id = t.plan_id and r.kind = 'DISMISS')
