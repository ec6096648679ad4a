-- I7: every agreement has exactly one verdict on the day. Parameter: on.
select (select count(*) from ea_verdict v where v.from_on <= :on and v.until_on > :on)::text as left_side,
       (select count(*) from scope where scope_type = 'EA')::text as right_side
