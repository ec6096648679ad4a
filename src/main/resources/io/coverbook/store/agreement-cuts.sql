-- Where to cut the decided agreements by customer, so that none is in two parts. Parameter: shares (fractions,
-- ascending). One array of customers, null when there is none.
select percentile_disc(cast(:shares as float8[])) within group (order by customer_id) from decided_stage
    join agreement_customer using (scope_no)
