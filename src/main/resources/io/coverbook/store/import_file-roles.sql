-- Whether a file of role assignments was ever accepted. No parameters. One truth.
select exists (select from import_file where kind = 'role-assignments' and outcome = 'ACCEPTED') as imported
