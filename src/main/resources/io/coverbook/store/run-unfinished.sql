-- Runs that say they are running and were not told of as stopped. Whether they do is told by the lock. Parameter: run.
select concat_ws('|', 'RUN', r.run_id, 'STOPPED', r.epoch) as event_key, r.run_id::text as about, r.run_id, r.purpose,
       'STOPPED' as state, r.as_of, to_char(r.period, 'YYYY-MM') as period, r.actor, r.started_at
from run r
where r.run_id > :run and r.state = 'RUNNING'
  and not exists (select from outbox o where o.event_key = concat_ws('|', 'RUN', r.run_id, 'STOPPED', r.epoch))
order by r.run_id
