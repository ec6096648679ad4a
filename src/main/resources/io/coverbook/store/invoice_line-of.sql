-- The lines of an invoice, each with the line of the export that tells of its plan. Parameter: invoice.
select l.line, l.plan_id, l.term, s.scope_type, s.scope_id, l.tier, l.charge_date,
    l.service_until - 1 as service_through,
       l.amount, coalesce(i.file, j.file) as file, coalesce(f.line, e.line) as file_line
from invoice_line l
join scope s using (scope_no)
left join plan_fact f on f.plan_id = l.plan_id
left join import_file i on i.import_id = f.import_id
left join agreement_fact e on e.scope_no = l.scope_no and l.plan_id like 'EA:%'
left join import_file j on j.import_id = e.import_id
where l.invoice_number = :invoice
order by l.line
