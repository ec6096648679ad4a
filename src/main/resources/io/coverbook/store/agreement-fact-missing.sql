-- How many stored rows the full snapshot no longer has, and how many there are (A6). One row.
select count(*) filter (where not exists (select from agreement_stage s join scope c on c.scope_type = 'EA' and c.scope_id = s.ea_id where c.scope_no = f.scope_no)) as missing, count(*) as stored
from agreement_fact f
where not f.absent
