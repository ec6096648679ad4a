-- Coverage outside the term is a finding about Azure's own lists (FORMATS O21): our own form says what was meant.
delete from flag_stage s
where s.code = 'COVERAGE_OUTSIDE_TERM'
  and exists (select from scope c
              join agreement_fact f using (scope_no)
              join import_file i using (import_id)
              where c.scope_type = 'EA' and c.scope_id = s.object_id and i.form is null)
