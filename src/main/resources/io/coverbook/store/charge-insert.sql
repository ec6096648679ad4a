-- Records charges of terms that have none yet. Parameter: run. Rows: new terms.
insert into charge (plan_id, term, charge_date, service_until, scope_no, tier, currency, amount, state, hold_reason,
    posting_month, bill_to, run_id, first_run_id)
select s.plan_id, s.term, s.charge_date, s.service_until, s.scope_no, s.tier, s.currency, s.amount, s.state,
       s.hold_reason, s.posting_month, s.bill_to, :run, :run
from charge_stage s
where not exists (select from charge t where t.plan_id = s.plan_id and t.term = s.term)
order by s.plan_id, s.term
