-- Takes decided payment states, in binary.
copy invoice_status_stage (invoice_number, status) from stdin (format binary)
