-- Keeps the rejected lines. Parameter: import. One row a line.
insert into import_reject
select :import, line, code, field, value, message, raw from reject_stage
