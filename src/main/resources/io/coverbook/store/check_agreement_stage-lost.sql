-- Agreements that had a plan before the files and have it for less long now. Parameter: on. One row each.
select c.scope_id as ea_id, n.covered_until as now_until
from check_agreement_stage b
join scope c using (scope_no)
left join (select scope_no, max(until_on) as covered_until from ea_verdict
           where verdict = 'COVERED' and until_on > :on group by scope_no) n using (scope_no)
where coalesce(n.covered_until, '-infinity') < b.covered_until
order by c.scope_id
