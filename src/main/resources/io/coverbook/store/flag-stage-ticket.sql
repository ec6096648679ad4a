-- Subscriptions with a ticket that was served under another plan than covers them on that day. Parameters: zone, on.
insert into flag_stage
select 'TICKET_UNDER_OTHER_PLAN', 'SUBSCRIPTION', w.subscription_id, 'INFO', min(d.day), null
from witness_fact w
cross join lateral (select (w.at at time zone :zone)::date as day) d
join subscription_fact f on f.subscription_id = w.subscription_id
left join entitlement e on e.subscription_no = f.subscription_no and e.from_on <= d.day and e.until_on > d.day
left join cover c using (cover_no)
where w.record_type = 'TICKET' and w.plan_tier is not null and d.day <= :on
  and (c.technical is not true or c.tier <> w.plan_tier)
group by w.subscription_id
