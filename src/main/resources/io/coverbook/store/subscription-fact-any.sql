-- Whether any subscription is stored. One number, 0 or 1.
select count(*) from (select 1 from subscription_fact limit 1) one
