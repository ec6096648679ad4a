-- I5: every subscription that exists on the day has exactly one entitlement on it. Parameter: on.
select (select count(*) from entitlement e where e.from_on <= :on and e.until_on > :on)::text as left_side,
       ((select count(*) from subscription_fact f where f.span_count = 1 and f.span_from <= :on and f.span_until > :on)
        + (select count(*) from subscription_span p join subscription_fact f using (subscription_no)
           where f.span_count > 1 and p.from_on <= :on and p.until_on > :on))::text as right_side
