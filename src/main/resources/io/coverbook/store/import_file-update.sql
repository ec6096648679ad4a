-- Writes down what became of the file's rows (I9). One row.
update import_file
set read = :read, added = :added, changed = :changed, unchanged = :unchanged, duplicates = :duplicates,
    rejected = :rejected, removed = :removed
where import_id = :import
