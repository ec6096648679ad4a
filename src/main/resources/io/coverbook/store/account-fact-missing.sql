-- How many stored rows the full snapshot no longer has, and how many there are (A6): all that are stored but those that
-- it has, which are its rows without newcomers and without those that come back. One row.
select n.stored - (n.staged - n.others) as missing, n.stored
from (select (select count(*) from account_fact where not absent) as stored,
             (select count(*) from account_stage) as staged,
             (select count(*) from account_news where not known or was_absent) as others) n
