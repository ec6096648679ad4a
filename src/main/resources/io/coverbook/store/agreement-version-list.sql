-- Every version of an agreement's row that exports have told, in order. Parameter: scope.
select i.file, v.line, v.exported_at, s.scope_id as ea_id, v.status, v.status_since, v.start_date, v.end_date,
    v.country,
       v.currency, v.relationship, v.partner_account_id, v.support_level, v.support_coverage_start,
       v.support_coverage_end, v.promo_price, v.promo_until, v.order_status, v.ordered_level, v.order_date,
       v.cancel_requested_at, v.cancel_channel, v.absent, v.account_no
from (select * from agreement_fact union all select * from agreement_past) v
join scope s using (scope_no)
join import_file i using (import_id)
where v.scope_no = :scope
order by v.exported_at, v.import_id
