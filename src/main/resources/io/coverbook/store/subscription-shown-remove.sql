-- Marks the rows that a list of their account no longer has (A6). Parameters: import, at. One row a missing one.
update subscription_fact f
set import_id = :import, line = 0, exported_at = :at, absent = true
from scope a
join (select account_id from subscription_stage union select account_id from plan_stage) n on n.account_id = a.scope_id
where a.scope_no = f.account_no and not f.absent
  and not exists (select from subscription_stage s where s.subscription_id = f.subscription_id)
