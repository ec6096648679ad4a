-- A way that a message is to go. Parameters: message, channel, recipient, language, at.
insert into outbox_delivery (message_no, channel, recipient, language, next_at)
values (:message, :channel, :recipient, :language, cast(:at as timestamptz))
on conflict do nothing
