-- I6: the entitlements of a subscription neither overlap nor leave a gap within its days.
select (select count(*) from (
            select until_on, lead(from_on) over (partition by subscription_no order by from_on) as next_from
                from entitlement) e
        where next_from < until_on)::text as left_side,
       '0' as right_side
