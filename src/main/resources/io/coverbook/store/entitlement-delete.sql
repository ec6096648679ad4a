-- Removes intervals of touched subscriptions that no longer hold. Rows: what changed or went.
delete from entitlement t
using subscription_touched_stage d
where d.subscription_no = t.subscription_no
  and not exists (select from entitlement_stage s
                  where s.subscription_no = t.subscription_no and s.from_on = t.from_on
                    and s.until_on = t.until_on and s.cover_no = t.cover_no and s.standing = t.standing)
