-- Marks the rows that a full snapshot no longer has (A6). Parameters: import, at. One row a missing one.
update subscription_fact f
set import_id = :import, line = 0, exported_at = :at, absent = true
from subscription_gone g
where f.subscription_id = g.subscription_id
