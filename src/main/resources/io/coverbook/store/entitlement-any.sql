-- Whether any interval is recorded. One number, 0 or 1.
select count(*) from (select from entitlement limit 1) e
