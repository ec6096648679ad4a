-- Keeps a set of reference data under its hash.
insert into reference_set (hash) values (:hash) on conflict (hash) do nothing
