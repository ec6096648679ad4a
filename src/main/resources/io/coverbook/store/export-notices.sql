-- The table notices of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select kind, object_id, due_on as due_date, recipient
from notice
order by kind collate "C", object_id collate "C", due_on
