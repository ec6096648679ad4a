-- What another file of the same transaction found.
drop table if exists subscription_gone
