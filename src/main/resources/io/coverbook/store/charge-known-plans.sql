-- Those of some plans that have a charge by a day. Parameters: plans, on.
select distinct plan_id from charge where plan_id = any(:plans) and charge_date <= cast(:on as date)
