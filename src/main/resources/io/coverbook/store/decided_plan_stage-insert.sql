-- The plans of the scopes that are decided, each by its own row or by that of its agreement.
insert into decided_plan_stage
select f.plan_id from decided_stage d join plan_fact f using (scope_no)
union
select 'EA:' || c.scope_id from decided_stage d join scope c using (scope_no) where c.scope_type = 'EA'
