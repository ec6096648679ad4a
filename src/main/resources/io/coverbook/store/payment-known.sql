-- The payments of some plans as far as imports are known. Parameters: plans, before, run.
select y.plan_id, y.at, y.result, i.file, y.line
from payment y
join import_file i using (import_id)
where y.plan_id = any(:plans) and i.exported_at < :before and i.run_id <= :run
order by y.plan_id, y.at, y.result, y.import_id, y.line
