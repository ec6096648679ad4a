-- Plans whose fee is another on the bill of others that their term begins in. Parameter: on. One row a plan.
insert into flag_stage
select 'PROVIDER_FEE_DIFFERS', 'PLAN', c.plan_id, 'ACTION', min(c.charge_date), null
from charge c
join witness_fact w on w.subscription_id = c.plan_id and w.record_type = 'INVOICE' and w.detail like 'SUPPORT%'
    and c.charge_date between w.from_on and w.through_on
where c.state in ('OPEN', 'INVOICED') and c.charge_date <= :on and (w.currency <> c.currency or w.amount <> c.amount)
group by c.plan_id
