-- The role the program works as: it owns nothing and may only what the owner grants it.
create role coverbook_app login
