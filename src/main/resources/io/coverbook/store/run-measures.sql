-- The figures that are watched: name, up to two words that tell several of one name apart, and value. Parameters: now
-- (an instant), today.
select 'MONEY_DUE' as figure, currency as word, '' as second_word, sum(amount) as value
from charge where state = 'OPEN' group by currency
union all
select 'MONEY_HELD', coalesce(nullif(currency, ''), 'unknown'), '', coalesce(sum(amount), 0)
from charge where state = 'HELD' group by coalesce(nullif(currency, ''), 'unknown')
union all
select 'CHARGES_HELD', hold_reason, '', count(*) from charge where state = 'HELD' group by hold_reason
union all
select 'AGREEMENTS_WITHOUT_PLAN', '', '', count(*)
from flag f
left join flag_waived w on w.code = f.code and w.object_type = f.object_type and w.object_id = f.object_id
                       and w.until_on >= cast(:today as date)
where f.code = 'EA_MISSING_PLAN' and f.resolved_on is null and w.code is null
union all
(select 'CLOSE_AGE', '', '', extract(epoch from cast(:now as timestamptz) - r.ended_at)
 from month_close m join run r using (run_id) where r.ended_at is not null order by m.month desc limit 1)
union all
select 'MONTHS_OPEN', '', '',
       (extract(year from cast(:today as date)) - extract(year from max(month))) * 12
       + extract(month from cast(:today as date)) - extract(month from max(month)) - 1
from month_close having count(*) > 0
union all
(select distinct on (purpose) 'RUN_SECONDS', lower(purpose), '', extract(epoch from ended_at - started_at)
 from run where state in ('DONE', 'PROPOSED') and ended_at is not null order by purpose, run_id desc)
union all
(select distinct on (s.name) 'ROWS_PER_SECOND', s.name, '', s.rows * 1000.0 / greatest(s.millis, 1)
 from run_step s
 where s.name in ('decide', 'charge', 'cover', 'settle', 'flag', 'propose', 'issue')
 order by s.name, s.run_id desc, s.epoch desc)
union all
select 'ROWS_PER_SECOND', 'import', '', sum(s.rows) * 1000.0 / greatest(sum(s.millis), 1)
from run_step s
where s.run_id = (select max(run_id) from run where purpose = 'IMPORT' and state = 'DONE') having count(*) > 0
union all
select 'RUNS', lower(purpose), lower(state), count(*) from run group by purpose, state
union all
select 'RECONCILED_AGE_DAYS', '', '', cast(:today as date) - max(as_of)
from run where purpose in ('RECONCILE', 'MONTH_END') and state in ('DONE', 'PROPOSED', 'APPROVED', 'DISCARDED')
having max(as_of) is not null
union all
select 'DELIVERIES', lower(channel), lower(state), count(*) from outbox_delivery group by channel, state
union all
select 'DELIVERY_AGE', '', '', extract(epoch from cast(:now as timestamptz) - min(o.at))
from outbox_delivery d join outbox o using (message_no) where d.state = 'WAITING' having count(*) > 0
