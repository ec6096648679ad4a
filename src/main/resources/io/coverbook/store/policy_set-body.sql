-- The policies under a hash.
select body from policy_set where hash = :hash
