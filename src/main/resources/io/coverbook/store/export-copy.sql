-- Writes the rows of a query as CSV with a header, quoted only where needed.
copy (@query) to stdout (format csv, header, encoding 'UTF8')
