-- I6: the entitlements of a subscription neither overlap nor leave a gap within its days.
with overlap as (
    select subscription_no
    from (select subscription_no, until_on,
                 lead(from_on) over (partition by subscription_no order by from_on) as next_from
          from entitlement) e
    where next_from < until_on)
select (select count(*) from overlap)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (
           select distinct coalesce(f.subscription_id, 'number ' || o.subscription_no) as name
           from overlap o left join subscription_fact f using (subscription_no)
           order by name limit 3) n) as named
