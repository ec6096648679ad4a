-- Holds the table to its promises again.
alter table @table enable trigger user
