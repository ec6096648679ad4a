-- I7: every agreement has exactly one verdict on the day. Parameter: on.
select (select count(*) from ea_verdict v where v.from_on <= :on and v.until_on > :on)::text as left_side,
       (select count(*) from agreement_fact)::text as right_side
