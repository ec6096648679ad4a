-- What waivers a flag had, the last first. Parameters: code, object.
select until_on, at, actor, reason
from waiver
where code = :code and object_id = :object
order by waiver_id desc
