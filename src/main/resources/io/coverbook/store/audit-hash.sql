-- The hash of one entry of the audit. Parameter: id. One row or none.
select encode(hash, 'hex') as hash from audit where id = :id
