-- The staged rows that say anything new, by their place: of accounts that are not known, or otherwise, or came back.
-- Read once, and on all processors, as a table of the session may be made so and rows of others not.
create temporary table account_news on commit drop as
select s.ctid as place, c.scope_no, f.scope_no is not null as known, coalesce(f.absent, false) as was_absent
from account_stage s
left join scope c on c.scope_type = 'ACCOUNT' and c.scope_id = s.account_id
left join account_fact f on f.scope_no = c.scope_no
where f.scope_no is null or f.fingerprint <> s.fingerprint or f.absent
