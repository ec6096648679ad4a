-- Writes the one run of each changed subscription where it is at home now, else how many there are. Parameter: import.
update subscription_fact f
set span_count = d.n + d.elsewhere::int, span_from = d.from_on, span_until = d.until_on, standing = d.standing
from (select p.subscription_id, count(*) as n, min(p.from_on) as from_on, max(p.until_on) as until_on,
             (array_agg(p.standing order by p.from_on))[1] as standing,
             bool_or(a.scope_no <> g.account_no or e.scope_no is distinct from g.ea_no) as elsewhere
      from subscription_span_stage p
      join subscription_fact g using (subscription_id)
      join scope a on a.scope_type = 'ACCOUNT' and a.scope_id = p.account_id
      left join scope e on e.scope_type = 'EA' and e.scope_id = p.ea_id
      group by p.subscription_id) d
where d.subscription_id = f.subscription_id and f.import_id = :import
