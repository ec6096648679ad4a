-- Changed subscriptions have no days until the rule says otherwise. Parameter: import.
update subscription_fact f
set span_count = 0
where f.import_id = :import and exists (select from subscription_past q where q.subscription_no = f.subscription_no)
