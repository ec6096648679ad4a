-- Every subscription on days at home in an account or agreement that no export shows, its latest run of such days that
-- has begun, from the first export that told this home (P47, G4). Only accounts and agreements that are unknown, or
-- were shown later than the first subscriptions of all, can be such homes. Parameters: zone, on. One row a
-- subscription.
insert into flag_stage
with late as materialized (
    select c.scope_no
    from scope c
    left join account_fact a using (scope_no)
    left join agreement_fact e using (scope_no)
    where coalesce(a.first_exported_at, e.first_exported_at) is null
       or coalesce(a.first_exported_at, e.first_exported_at) >
          (select min(exported_at) from import_file where kind = 'subscriptions' and outcome = 'ACCEPTED')
), suspect as materialized (
    select f.subscription_id from late l join subscription_fact f on f.account_no = l.scope_no
    union select f.subscription_id from late l join subscription_fact f on f.ea_no = l.scope_no
    union select f.subscription_id
          from late l
          join subscription_span p on p.account_no = l.scope_no
          join subscription_fact f using (subscription_no)
    union select f.subscription_id
          from late l
          join subscription_span p on p.scope_no = l.scope_no
          join subscription_fact f using (subscription_no)
)
select 'ORPHAN_SUBSCRIPTION', 'SUBSCRIPTION', r.subscription_id, 'ACTION', r.days[1], nullif(r.days[2], 'infinity')
from (select o.subscription_id,
             (select array[lower(d), case when upper(d) > :on then 'infinity' else upper(d) end]
              from unnest(range_agg(daterange(o.from_on, o.until_on))) d
              where lower(d) <= :on order by d desc limit 1) as days
      from (select h.subscription_id, greatest(h.from_on, h.created_on, (least(
                       (select min(q.exported_at) from subscription_past q
                        where q.subscription_no = h.subscription_no and not q.absent and q.account_no = h.account_no
                          and coalesce(q.ea_no, q.account_no) = h.scope_no),
                       h.newest_at) at time zone :zone)::date) as from_on,
                   least(h.until_on, greatest(
                       case when a.scope_no is null then h.until_on
                           else (a.first_exported_at at time zone :zone)::date end,
                       case when h.scope_no = h.account_no then '-infinity'
                            when e.scope_no is null then h.until_on
                                else (e.first_exported_at at time zone :zone)::date end))
                       as until_on
            from (select f.subscription_no, f.subscription_id, f.account_no,
                coalesce(f.ea_no, f.account_no) as scope_no,
                         f.span_from as from_on, f.span_until as until_on, f.created_on,
                             f.first_exported_at as shown_at,
                         f.exported_at as newest_at
                  from suspect x join subscription_fact f using (subscription_id) where f.span_count = 1
                  union all
                  select f.subscription_no, f.subscription_id, p.account_no, p.scope_no, p.from_on, p.until_on,
                      f.created_on,
                         f.first_exported_at,
                         case when not f.absent and f.account_no = p.account_no
                                   and coalesce(f.ea_no, f.account_no) = p.scope_no then f.exported_at end
                  from subscription_span p
                  join subscription_fact f using (subscription_no)
                  join suspect x using (subscription_id)) h
            left join account_fact a on a.scope_no = h.account_no
            left join agreement_fact e on e.scope_no = h.scope_no
            where a.scope_no is null or a.first_exported_at > h.shown_at
               or (h.scope_no <> h.account_no and (e.scope_no is null or e.first_exported_at > h.shown_at))) o
      where o.from_on < o.until_on
      group by o.subscription_id) r
where r.days is not null
