-- Keeps one file of reference data.
insert into reference_file (hash, name, sha256, content) values (:hash, :name, :sha256, :content)
    on conflict (hash, name) do nothing
