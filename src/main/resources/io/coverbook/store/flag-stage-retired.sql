-- Every role that is retired and was shown by the day, until an export in which it is gone (R33, P43). Parameter: on.
insert into flag_stage
select 'CLASSIC_ROLE_RETIRED', 'ROLE', concat_ws('|', r.user_id, r.role, r.scope_written), 'INFO', r.first_exported_on,
       (select r.exported_on where r.absent and r.exported_on <= :on)
from role_fact r
where r.retired and r.first_exported_on <= :on and not (r.absent and r.exported_on <= r.first_exported_on)
