-- I1: every open charge of the month stands on exactly one proposed line. Parameters: run, month.
select (select count(*) from proposed_line where run_id = :run)::text as left_side,
       (select count(*) from charge where state = 'OPEN' and posting_month = :month)::text as right_side
