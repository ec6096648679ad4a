-- Answers about one account, agreement, customer or plan find their rows without reading everybody's.

create index subscription_fact_account on subscription_fact (account_no, subscription_no);
create index subscription_fact_agreement on subscription_fact (ea_no, subscription_no) where ea_no is not null;
create index subscription_past_account on subscription_past (account_no, subscription_no);
create index subscription_past_agreement on subscription_past (ea_no, subscription_no) where ea_no is not null;
create index plan_past_scope on plan_past (scope_no);
create index agreement_fact_account on agreement_fact (account_no);
create index agreement_past_account on agreement_past (account_no);
create index agreement_fact_customer on agreement_fact (customer_id) where customer_id is not null;
create index agreement_past_customer on agreement_past (customer_id) where customer_id is not null;
create index account_fact_customer on account_fact (customer_id);
create index account_past_customer on account_past (customer_id);
create index plan_state_scope on plan_state (scope_no);
create index role_fact_exported on role_fact (exported_on);
create index role_fact_exported_at on role_fact (exported_at);
create index role_fact_import on role_fact (import_id);
create index role_fact_everywhere on role_fact (role_no) where everywhere;
