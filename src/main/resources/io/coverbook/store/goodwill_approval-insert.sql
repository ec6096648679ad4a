-- Somebody else agrees to a credit. Parameters: goodwill, requester, at, actor, reason. Rows: 1.
insert into goodwill_approval (goodwill_id, requested_by, at, actor, reason) values (:goodwill, :requester, :at, :actor,
    :reason)
