-- Resolves recorded flags that the rules no longer derive at all (G2). Parameters: on, run.
update flag t
set resolved_on = greatest(cast(:on as date), t.first_seen), run_id = :run
where t.origin = 'RECONCILE' and t.resolved_on is null
  and not exists (select from flag_stage s
                  where s.code = t.code and s.object_type = t.object_type and s.object_id = t.object_id)
