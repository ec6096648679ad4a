-- Empties the staging of bills before they are put together.
truncate bill_stage
