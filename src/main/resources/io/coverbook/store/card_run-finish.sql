-- A piece of work ended. Parameters: run, at, code, said. One row.
update card_run set ended_at = :at, code = :code, said = :said where card_run_id = :run and ended_at is null
