-- The role that owns the database and everything in it. The password is set apart, so that it never stands in a log.
create role coverbook_owner login
