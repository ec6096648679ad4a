-- The number of the newest scope. One number.
select coalesce(max(scope_no), 0) from scope
