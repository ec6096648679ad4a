-- I2: every billed term of a plan has its charge: none is missing, but of plans that a person dismissed (L1). A coverage
-- period of a plan on an agreement's row has a level of its own, that of the row that tells of it last (B9); it is looked
-- up for the terms without a charge only. Parameter: first.
with bare as materialized (
    select t.plan_id, t.service_from, p.scope_no, p.tier
    from term t join plan_state p using (plan_id)
    where p.status <> 'MERGED' and t.service_from >= :first
      and not exists (select from charge c where c.plan_id = t.plan_id and c.term = t.term)
      and not exists (select from ruling_last r where r.plan_id = t.plan_id and r.kind = 'DISMISS'))
select (select count(*) from bare b join scope s using (scope_no)
        where 'UNIFIED' <> coalesce(
            (select v.support_level from (select * from agreement_fact union all select * from agreement_past) v
             where v.scope_no = b.scope_no and b.plan_id = 'EA:' || s.scope_id and not v.absent
               and v.support_level in ('DEVELOPER', 'STANDARD', 'PROFESSIONAL_DIRECT', 'UNIFIED')
               and coalesce(v.support_coverage_start, v.start_date) <= b.service_from
             order by v.exported_at desc, v.import_id desc
             limit 1), b.tier))::text as left_side,
       '0' as right_side
