-- Empties the staging table before a file is read.
truncate agreement_stage
