-- Empties the staging table before a file is read.
truncate witness_stage
