-- Moves the payment state of invoices, the one thing of them that moves (C14).
update invoice i set status = s.status from invoice_status_stage s where s.invoice_number = i.invoice_number
    and s.status <> i.status
