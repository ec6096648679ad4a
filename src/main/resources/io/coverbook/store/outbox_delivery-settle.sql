-- How an attempt ended. Parameters: message, channel, recipient, state, next, settled (null while it waits), problem.
update outbox_delivery
set state = :state, attempts = attempts + 1, next_at = cast(:next as timestamptz),
    settled_at = cast(:settled as timestamptz), problem = :problem
where message_no = :message and channel = :channel and recipient = :recipient
