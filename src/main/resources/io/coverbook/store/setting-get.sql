-- A choice made once for this database.
select value from setting where key = :key
