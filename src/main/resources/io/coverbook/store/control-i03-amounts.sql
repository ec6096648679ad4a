-- I3: no charge is negative, and none but a held one is without a price.
select (select count(*) from charge where amount < 0 or (amount is null
    and state not in ('HELD', 'VOIDED')))::text as left_side,
       '0' as right_side
