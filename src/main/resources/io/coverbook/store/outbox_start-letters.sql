-- Lets letters to customers begin, for notices from the day on. Parameter: day. Rows: 0 or 1.
update outbox_start set letters_from = cast(:day as date) where letters_from is null
