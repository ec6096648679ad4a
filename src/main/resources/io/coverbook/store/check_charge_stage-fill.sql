-- The charges as decided now. One row a charge that asks for money.
insert into check_charge_stage
select plan_id, term, amount, currency, state from charge where state <> 'VOIDED'
