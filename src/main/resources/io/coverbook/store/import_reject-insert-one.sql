-- Keeps what refused a whole file, as a line of its own. One row.
insert into import_reject values (:import, :line, :code, '', '', :message, '')
