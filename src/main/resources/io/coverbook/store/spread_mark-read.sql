-- The last import that the entitlements follow. One row or none.
select through_import from spread_mark
