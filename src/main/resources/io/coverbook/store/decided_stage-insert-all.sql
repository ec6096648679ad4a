-- Every scope is decided.
insert into decided_stage select scope_no from scope
