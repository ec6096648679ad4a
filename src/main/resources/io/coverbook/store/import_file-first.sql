-- The instant of the oldest export that was imported. One value or null.
select min(exported_at) as first from import_file where outcome = 'ACCEPTED'
