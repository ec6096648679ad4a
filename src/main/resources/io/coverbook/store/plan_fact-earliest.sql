-- The earliest day on which any plan could have begun; an earlier coverage period is only in the past versions (B9).
-- Parameters: zone. One value or null.
select min(d) from (
    select min(coalesce(coverage_start, (purchased_at at time zone :zone)::date)) as d from plan_fact
    union all
    select min(coalesce(support_coverage_start, start_date)) from agreement_fact
        where support_level not in ('NONE', 'OTHER')
    union all
    select min(coalesce(support_coverage_start, start_date)) from agreement_past
        where support_level not in ('NONE', 'OTHER')) e
