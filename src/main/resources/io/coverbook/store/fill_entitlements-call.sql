-- Fills the empty table with the first entitlements of good subscriptions with one run of days. Parameter: run. How
-- many intervals.
select fill_entitlements(:run)
