-- How long the decided scopes rested before.
delete from scope_rest r using decided_stage d where d.scope_no = r.scope_no
