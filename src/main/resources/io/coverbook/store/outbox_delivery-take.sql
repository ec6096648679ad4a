-- What waits to go one way and is due, held until the transaction ends; what another program holds is left to it.
-- Parameters: channel, now, most.
select o.message_no, o.message_id, o.topic, o.about, o.at, o.facts, d.recipient, d.language, d.attempts
from outbox_delivery d
join outbox o using (message_no)
where d.channel = :channel and d.state = 'WAITING' and d.next_at <= cast(:now as timestamptz)
order by d.recipient, d.language, o.message_no
limit :most
for update of d skip locked
