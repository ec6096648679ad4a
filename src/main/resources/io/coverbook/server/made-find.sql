-- What a first start, perhaps killed half-way, has already made.
select exists (select from pg_roles where rolname = 'coverbook_owner') as owner_made,
       exists (select from pg_roles where rolname = 'coverbook_app') as app_made,
       exists (select from pg_database where datname = 'coverbook') as database_made
