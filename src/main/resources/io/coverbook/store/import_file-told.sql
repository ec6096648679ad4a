-- When the newest export of all that were taken was made. One row, none before the first.
select max(exported_at) as told from import_file where outcome = 'ACCEPTED' having count(*) > 0
