-- The lines of the invoices that the open proposal would issue, for people. No parameters.
select l.no, l.line, l.plan_id, l.term, s.scope_type, s.scope_id, c.tier, c.charge_date, c.charge_date as service_from,
       c.service_until - 1 as service_through, c.amount, c.currency
from proposed_line l
join proposed_invoice p using (run_id, no)
join run r using (run_id)
join charge c using (plan_id, term)
join scope s using (scope_no)
where r.state in ('PROPOSED', 'APPROVED') and p.issued
order by l.no, l.line
