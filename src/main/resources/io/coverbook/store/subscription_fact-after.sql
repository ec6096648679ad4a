-- All subscriptions in order of id, so many at a time. Parameters: after, most.
select subscription_id from subscription_fact where subscription_id > :after order by subscription_id limit :most
