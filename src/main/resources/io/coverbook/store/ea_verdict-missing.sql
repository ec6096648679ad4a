-- Agreements without a plan on a day: the most urgent, and the number of all of them in each row. Parameters: on, most.
select s.scope_id as ea_id, coalesce(a.display_name, a.customer_id, '') as customer, v.due_on as due_date,
       (select count(*) from subscription_fact f
        where f.ea_no = v.scope_no and not f.absent and f.state in ('ACTIVE', 'WARNED', 'PAST_DUE')) as subscriptions,
       count(*) over () as all_of_them
from ea_verdict v
join scope s using (scope_no)
join agreement_fact e using (scope_no)
left join account_fact a on a.scope_no = e.account_no
where v.from_on <= cast(:on as date) and v.until_on > cast(:on as date) and v.verdict = 'MISSING'
order by v.due_on, s.scope_id collate "C"
limit :most
