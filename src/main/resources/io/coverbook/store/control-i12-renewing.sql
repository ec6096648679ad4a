-- I12: no scope has two plans in force that renew.
select (select count(*) from (select scope_no from plan_state where status in ('ACTIVE', 'PAST_DUE', 'SUSPENDED')
                              group by scope_no having count(*) > 1) s)::text as left_side,
       '0' as right_side
