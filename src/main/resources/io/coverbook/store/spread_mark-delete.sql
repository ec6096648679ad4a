-- From now on the entitlements follow nothing, until all of them are spread.
delete from spread_mark
