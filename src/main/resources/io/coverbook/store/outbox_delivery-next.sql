-- When something that waits is to be tried next; null when nothing waits. One row.
select min(next_at) as next_at from outbox_delivery where state = 'WAITING'
