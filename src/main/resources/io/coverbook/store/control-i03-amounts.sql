-- I3: no charge is negative, and none but a held one is without a price.
with wrong as (
    select plan_id || '/' || term as name from charge
    where amount < 0 or (amount is null and state not in ('HELD', 'VOIDED')))
select count(*)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (select name from wrong order by name limit 3) n) as named
from wrong
