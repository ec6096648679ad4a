-- Every subscription.
insert into subscription_touched_stage select subscription_no, subscription_id from subscription_fact
