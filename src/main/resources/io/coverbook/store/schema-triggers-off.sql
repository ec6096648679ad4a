-- Lets rows in as they are: they kept every promise when they were written. By the owner only.
alter table @table disable trigger user
