-- Runs that ended and were not told of, with what they wrote and what their month came to. Parameter: run, after which.
select concat_ws('|', 'RUN', r.run_id, r.state) as event_key, r.run_id::text as about, r.run_id, r.purpose, r.state,
    r.as_of,
       to_char(r.period, 'YYYY-MM') as period, r.actor, r.second_person, r.note, r.started_at, r.ended_at,
       t.rows as rows_written, t.millis, f.files, f.read as rows_read, f.rejected as rows_rejected,
           f.refused as files_refused,
       m.invoices, m.credit_notes, m.totals, h.held
from run r
left join month_close m on m.run_id = r.run_id
cross join lateral (select coalesce(sum(rows), 0)::bigint as rows, coalesce(sum(millis), 0)::bigint as millis
                    from run_step s where s.run_id = r.run_id and s.epoch = r.epoch) t
cross join lateral (select count(*) as files, coalesce(sum(read), 0)::bigint as read,
                           coalesce(sum(rejected), 0)::bigint as rejected,
                           count(*) filter (where outcome = 'REFUSED') as refused
                    from import_file i where i.run_id = r.run_id) f
cross join lateral (select count(*) as held from charge where state = 'HELD') h
where r.run_id > :run and r.state <> 'RUNNING'
  and not exists (select from outbox o where o.event_key = concat_ws('|', 'RUN', r.run_id, r.state))
order by r.run_id
