-- When each card was last done. Parameter: card. One instant or null.
select max(started_at) as at from card_run where card = :card and code in (0, 3)
