-- Forgets the runs of changed subscriptions, which are decided anew. Parameter: import.
delete from subscription_span p
using subscription_fact f
where f.subscription_no = p.subscription_no and f.import_id = :import
  and exists (select from subscription_past q where q.subscription_no = f.subscription_no)
