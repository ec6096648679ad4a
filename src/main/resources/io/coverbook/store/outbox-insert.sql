-- Keeps an event unless it was kept before. Parameters: id, key, topic, about, at, facts. One row with its number, or
-- none.
insert into outbox (message_id, event_key, topic, about, at, facts)
values (:id, :key, :topic, :about, cast(:at as timestamptz), :facts)
on conflict (event_key) do nothing
returning message_no
