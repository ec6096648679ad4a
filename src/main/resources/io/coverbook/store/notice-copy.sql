-- Takes decided rows, in binary.
copy notice_stage (kind, object_id, due_on, recipient) from stdin (format binary)
