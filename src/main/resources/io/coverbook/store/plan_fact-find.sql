-- Whether an id is that of a support plan. Parameter: word. One row or none.
select plan_id from plan_fact where plan_id = :word
