-- The files in which two sets of reference data differ. Parameters: old, new.
select coalesce(n.name, o.name)
from (select * from reference_file where hash = :new) n
full join (select * from reference_file where hash = :old) o using (name)
where n.sha256 is distinct from o.sha256
order by 1
