-- Terms that began in a run of days, by how they began. Parameters: from, until.
select outcome, count(*) as count
from term
where service_from >= :from and service_from < :until
group by outcome
order by outcome collate "C"
