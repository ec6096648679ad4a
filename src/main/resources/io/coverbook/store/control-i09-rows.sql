-- I9: every row read from a file is accounted for.
select coalesce(sum(read), 0)::text as left_side,
       coalesce(sum(added + changed + unchanged + duplicates + rejected), 0)::text as right_side,
       (select string_agg(name, ', ') from (
           select file as name from import_file
           where outcome <> 'REFUSED' and read <> added + changed + unchanged + duplicates + rejected
           order by name limit 3) n) as named
from import_file
where outcome <> 'REFUSED'
