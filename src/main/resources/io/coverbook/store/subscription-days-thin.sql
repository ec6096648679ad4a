-- A subscription with one run where it is at home carries it itself.
delete from subscription_span_stage p
using subscription_fact f
where f.subscription_id = p.subscription_id and f.span_count = 1
