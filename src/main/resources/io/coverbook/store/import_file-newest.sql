-- When the newest accepted file of a kind was exported. Parameter: kind. One row or none.
select max(exported_at) from import_file where kind = :kind and outcome = 'ACCEPTED'
