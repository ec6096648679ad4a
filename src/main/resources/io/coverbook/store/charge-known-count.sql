-- How many charges some plans have by a day, not counting those that the safety bound holds (B17); a plan that has only such
-- ones is told with none (B10). Parameters: plans, on.
select plan_id, count(*) filter (where hold_reason is distinct from 'SAFETY_BOUND') as charges
from charge
where plan_id = any(:plans) and charge_date <= cast(:on as date)
group by plan_id
