-- Work whose program was gone before it could say how it went; nobody works, as the lock is held by us. Parameters: at,
-- code, said.
update card_run set ended_at = :at, code = :code, said = :said where ended_at is null
