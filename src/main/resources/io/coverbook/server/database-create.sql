-- Sorted by bytes, so that every machine sorts alike.
create database coverbook owner coverbook_owner template template0 encoding 'UTF8' locale_provider libc locale 'C'
