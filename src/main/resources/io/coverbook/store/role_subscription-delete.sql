-- Forgets what the roles that this import changed or lost did reach. Parameter: import.
delete from role_subscription r
using role_fact f
where f.role_no = r.role_no and f.import_id = :import
