-- From where telling begins, and which database this is. One row or none.
select book, run_id, import_id, from_on, letters_from from outbox_start
