-- Registers a file before its rows are merged. One row, returns its id.
insert into import_file (run_id, kind, file, sha256, bytes, exported_at, exported_at_from, partial, form, read_as,
    whole, outcome, code, message, read, rejected)
values (:run, :kind, :file, :sha256, :bytes, :at, :from, :partial, :form, :told, :whole, :outcome, :code, :message,
    :read, :rejected)
returning import_id
