-- How long the decided scopes rest now.
insert into scope_rest select * from scope_rest_stage order by scope_no
