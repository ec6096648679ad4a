-- The other agreements of the customers whose agreements are decided, as these are decided together (R77): of the
-- customer that an agreement has now, and of the one that it had.
insert into decided_stage
with asked as materialized (
    select o.customer_id from decided_stage d join agreement_customer o using (scope_no)
    union select r.customer_id from decided_stage d join scope_rest r using (scope_no) where r.customer_id is not null
)
select o.scope_no from asked a join agreement_customer o using (customer_id)
union select r.scope_no from asked a join scope_rest r using (customer_id)
except select d.scope_no from decided_stage d
