-- Counts a sample of 6000 rows of a table from here to the end of the transaction, where 30000 take five times as long
-- and tell the planner nothing more: what it joins by are keys.
set local default_statistics_target = 20
