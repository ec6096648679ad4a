-- Empties the staging table before a file is read.
truncate reject_stage
