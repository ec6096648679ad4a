-- Forgets what cards did long ago. Parameter: before.
delete from card_run where ended_at < :before
