-- The lines of the proposed invoices, in order of charge date and plan (X12). Parameters: run, month.
insert into proposed_line (run_id, no, line, plan_id, term)
select :run, p.no, row_number() over (partition by p.no order by c.charge_date, c.plan_id, c.term), c.plan_id, c.term
from charge c
left join scope b on b.scope_type = 'ACCOUNT' and b.scope_id = c.bill_to
left join account_fact a on a.scope_no = b.scope_no
join bill_stage p on p.bill_to = c.bill_to and p.currency = c.currency
                       and p.billing_profile_id is not distinct from a.billing_profile_id
where c.state = 'OPEN' and c.posting_month = :month
