-- Hands over all rows of a table in text format, which every version of PostgreSQL reads; names as the database quotes
-- them.
copy @table (@columns) to stdout (format text)
