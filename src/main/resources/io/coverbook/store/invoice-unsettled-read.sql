-- Invoices that may have become paid or overdue by the day of the run. Parameter: on. One row an invoice.
select i.invoice_number, i.payment_method, i.invoice_date, i.due_date, i.status,
       (select bool_and(c.state = 'CREDITED') from invoice_line l join charge c using (plan_id, term)
        where l.invoice_number = i.invoice_number and i.payment_method = 'WIRE') as credited
from invoice i
where i.status <> 'PAID' and i.invoice_date <= :on
