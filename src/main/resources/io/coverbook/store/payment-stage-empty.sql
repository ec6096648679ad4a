-- Empties the staging table before a file is read.
truncate payment_stage
