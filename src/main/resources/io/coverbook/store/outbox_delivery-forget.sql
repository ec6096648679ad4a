-- Takes away how emptied messages went, with whom they were sent to: all of it arrived.
delete from outbox_delivery d
where d.state = 'SENT' and exists (select from outbox o where o.message_no = d.message_no and o.facts = '')
