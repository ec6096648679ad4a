-- Who changed what and when. Parameters (null: all): actor, words (a part of the action or of what it was about),
-- since, until (days).
select a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, a.actor, a.action, a.body as what,
    encode(a.hash, 'hex') as hash
from audit a
where (cast(:actor as text) is null or position(lower(:actor) in lower(a.actor)) > 0)
  and (cast(:words as text) is null or position(lower(:words) in lower(concat_ws(' ', a.action, a.body))) > 0)
  and (cast(:since as date) is null or a.at >= cast(:since as date) at time zone 'UTC')
  and (cast(:until as date) is null or a.at < (cast(:until as date) + 1) at time zone 'UTC')
order by a.id
