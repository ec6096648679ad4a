-- How many charges some plans have by a day, not counting those that the safety bound holds (B17). Parameters: plans, on.
select plan_id, count(*) as charges
from charge
where plan_id = any(:plans) and charge_date <= cast(:on as date) and hold_reason is distinct from 'SAFETY_BOUND'
group by plan_id
