-- Empties the staging table before a file is read.
truncate role_stage
