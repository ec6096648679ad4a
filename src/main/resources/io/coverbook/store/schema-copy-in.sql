-- Takes the rows of a table in text format; names as the database quotes them.
copy @table (@columns) from stdin (format text)
