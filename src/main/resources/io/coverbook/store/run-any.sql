-- Whether anything was ever recorded here: a run, a file, or a word in the audit.
select exists (select from run) or exists (select from import_file) or exists (select from audit)
