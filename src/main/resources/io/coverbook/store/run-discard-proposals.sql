-- A new proposal replaces the one before. Rows: 0 or 1.
update run set state = 'DISCARDED', ended_at = now() where state in ('PROPOSED', 'APPROVED')
