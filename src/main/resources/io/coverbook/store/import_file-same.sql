-- Whether exactly this file was imported before, read the same way, or otherwise without a reject where nothing is said
-- of how to read it. Parameters: kind, at, sha256, told. Its id or none.
select import_id from import_file
where kind = :kind and exported_at = :at and sha256 = :sha256 and outcome = 'ACCEPTED'
    and (read_as = :told or (:told = '' and rejected = 0))
