-- The latest day that was reconciled. One value or null.
select max(as_of) from run where purpose in ('RECONCILE', 'MONTH_END')
    and state in ('DONE', 'PROPOSED', 'APPROVED', 'DISCARDED')
