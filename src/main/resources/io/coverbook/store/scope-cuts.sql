-- Where to cut the decided accounts into parts with as many each. Parameter: shares (fractions, ascending). One array
-- of scopes, null when there is none.
select percentile_disc(cast(:shares as float8[])) within group (order by scope_no) from decided_stage
    join scope using (scope_no) where scope_type = 'ACCOUNT'
