-- How many pages the subscriptions fill. One number.
select pg_relation_size('subscription_fact') / current_setting('block_size')::bigint
