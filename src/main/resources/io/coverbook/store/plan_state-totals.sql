-- Plans that ended in a run of days, by how they ended. Parameters: from, until.
select ending_outcome as outcome, count(*) as count
from plan_state
where ending_on >= :from and ending_on < :until and status <> 'MERGED'
group by ending_outcome
order by ending_outcome collate "C"
