-- What exports tell of an account on a day, else what they told first. Parameters: scope, on, day_end. One row or none:
-- an account that no export shows.
select s.scope_id, v.display_name, v.agreement_type, v.status, v.status_since, v.program, v.benefit_valid_to, i.file,
    v.line
from scope s
left join (select * from account_fact union all select * from account_past) v using (scope_no)
left join import_file i using (import_id)
where s.scope_no = :scope
order by coalesce(v.status_since <= cast(:on as date), v.exported_at < cast(:day_end as timestamptz)) desc nulls last,
         extract(epoch from v.exported_at) * (1 - 2 * coalesce(v.status_since <= cast(:on as date),
             v.exported_at < cast(:day_end as timestamptz))::int),
         v.import_id desc
limit 1
