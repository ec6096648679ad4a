-- A file of the reference data that a run used. Parameters: run, name. One row.
select f.content
from run r
join reference_file f on f.hash = r.reference_hash
where r.run_id = :run and f.name = :name
