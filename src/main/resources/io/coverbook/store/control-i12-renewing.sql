-- I12: no scope has two plans in force that renew, but for those that a person released to run beside another (X11).
select (select count(*) from (select scope_no from plan_state p where status in ('ACTIVE', 'PAST_DUE', 'SUSPENDED')
    and not p.ends
                                and not exists (select from ruling_last r where r.plan_id = p.plan_id
                                    and r.kind = 'RELEASE')
                              group by scope_no having count(*) > 1) s)::text as left_side,
       '0' as right_side
