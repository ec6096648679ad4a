-- A run that was killed between closing its month and saying so is done. One row with who asked for it, or none.
update run r set state = 'DONE', note = 'closed, its program was gone before it could say so', ended_at = now()
where r.state = 'RUNNING' and exists (select from month_close m where m.run_id = r.run_id)
returning r.run_id, coalesce(r.approved_by, r.actor) as actor, r.note
