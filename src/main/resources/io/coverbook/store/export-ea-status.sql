-- The table ea-status of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select s.scope_id as ea_id, v.verdict, v.plan_id, v.reason, v.due_on as due_date
from ea_verdict v
join scope s using (scope_no)
join agreement_fact f using (scope_no)
where v.from_on <= @on and v.until_on > @on
order by s.scope_id collate "C"
