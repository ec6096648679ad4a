-- What exports tell of an agreement on a day, else what they told first. Parameters: scope, on, day_end. One row or
-- none.
select s.scope_id, v.status, v.start_date, v.end_date, v.support_level, v.order_status, v.ordered_level, v.order_date,
       v.temp_request_at, i.file, v.line, d.verdict, d.reason, d.due_on
from scope s
left join (select * from agreement_fact union all select * from agreement_past) v using (scope_no)
left join import_file i using (import_id)
left join ea_verdict d on d.scope_no = s.scope_no and d.from_on <= cast(:on as date) and d.until_on > cast(:on as date)
where s.scope_no = :scope and s.scope_type = 'EA'
order by coalesce(v.status_since <= cast(:on as date), v.exported_at < cast(:day_end as timestamptz)) desc nulls last,
         extract(epoch from v.exported_at) * (1 - 2 * coalesce(v.status_since <= cast(:on as date),
             v.exported_at < cast(:day_end as timestamptz))::int),
         v.import_id desc
limit 1
