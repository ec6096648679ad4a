-- Lets a sequence go on after what was restored. Parameters: its name, the last number it gave.
select setval(cast(? as regclass), ?)
