-- Empties messages that went every way they were to go, each before then; what is left of one is the key of its event,
-- so that it is not told again. Parameter: before.
update outbox o
set facts = ''
where o.facts <> '' and o.at < cast(:before as timestamptz)
  and not exists (select from outbox_delivery d
                  where d.message_no = o.message_no
                    and (d.state <> 'SENT' or d.settled_at >= cast(:before as timestamptz)))
