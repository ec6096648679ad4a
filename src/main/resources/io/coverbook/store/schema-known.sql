-- Whether the schema was ever migrated.
select to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') is not null
