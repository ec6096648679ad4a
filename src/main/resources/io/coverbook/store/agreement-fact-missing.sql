-- How many stored rows the full snapshot no longer has, and how many there are (A6). One row.
select count(*) filter (where s.key is null) as missing, count(*) as stored
from agreement_fact f
left join (select c.scope_no as key from agreement_stage s join scope c on c.scope_type = 'EA'
    and c.scope_id = s.ea_id) s on s.key = f.scope_no
where not f.absent
