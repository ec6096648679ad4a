-- I10: no proposed line is of a held or voided charge. Parameter: run.
select (select count(*) from proposed_line l join charge c using (plan_id, term)
        where l.run_id = :run and c.state <> 'OPEN')::text as left_side,
       '0' as right_side
