-- Whether exactly this file was imported before. Parameters: kind, at, sha256. Its id or none.
select import_id from import_file where kind = :kind and exported_at = :at and sha256 = :sha256 and outcome = 'ACCEPTED'
