-- Plans whose charges differ from before the files: what was charged before and is now, without the held ones. One row
-- a plan and currency.
select plan_id, currency, sum(before) as before, sum(now) as now
from (select plan_id, currency, case when state in ('OPEN', 'INVOICED') then amount else 0 end as before, 0 as now
      from check_charge_stage
      union all
      select plan_id, currency, 0, case when state in ('OPEN', 'INVOICED') then amount else 0 end
      from charge where state <> 'VOIDED') both_sides
group by plan_id, currency
having sum(before) <> sum(now)
order by plan_id, currency
