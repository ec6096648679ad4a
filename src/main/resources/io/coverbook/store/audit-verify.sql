-- Whether each entry of the audit follows from the one before it and is as it was written, and whether the last one is
-- where the head says. Rows: one for each entry that is not (CHANGED, UNLINKED), at most fifty; then one HEAD with the
-- number of entries, from when to when they are, and what the head says; standing: whether an entry is there as the
-- head says it.
with link as (
    select id, at, hash, prev, lag(id, 1, 0::bigint) over w + 1 as follows,
        lag(hash, 1, '\x00'::bytea) over w as before,
           sha256(prev || convert_to(concat_ws('|', id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
                                               actor, action, body), 'UTF8')) as due
    from audit
    window w as (order by id)
), broken as (
    select id, at, encode(hash, 'hex') as hash, prev <> before or id <> follows as unlinked
    from link where hash <> due or prev <> before or id <> follows
    order by id limit 50
)
select case when unlinked then 'UNLINKED' else 'CHANGED' end as what, id, hash, 1::bigint as entries, at as first_at,
       at as last_at, true as standing
from broken
union all
select 'HEAD', h.id, encode(h.hash, 'hex'), count(a.id), min(a.at), max(a.at),
       count(a.id) = h.id and coalesce(bool_or(a.id = h.id and a.hash = h.hash), h.id = 0)
from audit_head h left join audit a on true
group by h.id, h.hash
order by id, what
