-- I9: every row read from a file is accounted for.
select (select coalesce(sum(read), 0) from import_file where outcome <> 'REFUSED')::text as left_side,
       (select coalesce(sum(added + changed + unchanged + duplicates + rejected), 0) from import_file
           where outcome <> 'REFUSED')::text as right_side
