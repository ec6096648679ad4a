-- How many messages are in which state, by their way, and since when the oldest of them is there.
select d.channel, d.state, count(*) as count, min(o.at) as oldest
from outbox_delivery d
join outbox o using (message_no)
group by d.channel, d.state
order by d.channel, d.state
