-- The decided cover by its number, sorted as it will be read.
insert into scope_cover_stage
select s.scope_no, s.from_on, s.until_on, c.cover_no
from cover_stage s
join cover c on c.tier = s.tier and c.source = s.source and c.reason = s.reason
            and coalesce(c.plan_id, '') = coalesce(s.plan_id, '')
