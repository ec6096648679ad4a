-- Gives a number to every kind of cover not seen before. Cover without technical support is shown as plain BASIC while
-- its subscription is inactive; all other stays itself (E1). In the order of the key, which then grows at its end.
insert into cover (tier, source, plan_id, reason, technical, max_severity, inactive_no)
select s.tier, s.source, s.plan_id, s.reason, s.technical, s.max_severity,
       (select b.cover_no from cover b where b.source = 'NONE' and b.reason = 'SUBSCRIPTION_NOT_ACTIVE'
           and not s.technical)
from (select distinct d.tier, d.source, d.plan_id, d.reason, d.technical, d.max_severity
      from cover_stage d
      where not exists (select from cover k where k.tier = d.tier and k.source = d.source and k.reason = d.reason
                                              and coalesce(k.plan_id, '') = coalesce(d.plan_id, ''))
      order by d.tier, d.source, d.plan_id, d.reason) s
