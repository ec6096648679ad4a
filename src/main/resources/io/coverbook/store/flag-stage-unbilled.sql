-- Plans with a charge of ours between the first and the last bill of others for them, on whose day none of these bills
-- is. Parameter: on. One row a plan.
insert into flag_stage
select 'PLAN_NOT_CHARGED_BY_PROVIDER', 'PLAN', c.plan_id, 'INFO', min(c.charge_date), null
from charge c
join (select subscription_id, min(from_on) as first_on, max(through_on) as last_on
      from witness_fact
      where record_type = 'INVOICE' and detail like 'SUPPORT%' and from_on is not null and through_on is not null
      group by subscription_id) b on b.subscription_id = c.plan_id
where c.state in ('OPEN', 'INVOICED') and c.charge_date between b.first_on and b.last_on and c.charge_date <= :on
  and not exists (select from witness_fact w
                  where w.record_type = 'INVOICE' and w.detail like 'SUPPORT%' and w.subscription_id = c.plan_id
                    and c.charge_date between w.from_on and w.through_on)
group by c.plan_id
