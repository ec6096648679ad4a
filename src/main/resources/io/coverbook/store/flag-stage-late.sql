-- Every plan with a charge posted after its own month (X14, G5). One row a plan.
insert into flag_stage
select 'LATE_CHARGE', 'PLAN', plan_id, 'INFO', min(charge_date), null
from charge
where posting_month > charge_date and state in ('OPEN', 'INVOICED', 'CREDITED')
group by plan_id
