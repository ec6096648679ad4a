-- How far every sequence has counted; one that was never used has no row.
select quote_ident(sequencename) as name, last_value
from pg_sequences
where schemaname = current_schema() and last_value is not null
order by sequencename collate "C"
