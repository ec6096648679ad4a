-- A run that was killed between closing its month and saying so is done. Rows: 0 or 1.
update run r set state = 'DONE', note = 'closed, its program was gone before it could say so', ended_at = now()
where r.state = 'RUNNING' and exists (select from month_close m where m.run_id = r.run_id)
