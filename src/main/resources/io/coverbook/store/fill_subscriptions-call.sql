-- Puts the rows of the first export of all into the empty table, its keys last. Parameters: import, at. How many rows.
select fill_subscriptions(:import, :at)
