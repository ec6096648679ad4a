-- Writes down that a flag is left alone until a day. Parameters: code, type, object, until, at, actor, reason. One row.
insert into waiver (code, object_type, object_id, until_on, at, actor, reason)
values (:code, :type, :object, :until, :at, :actor, :reason)
returning waiver_id
