-- Accounts or agreements by a part of their id or of the account's name, those that are named just so (rank 2) first.
-- Parameters: type, word, most. The number of all is in each row.
select n.id, n.name, rank.no as rank, count(*) over () as all_of_them, n.scope_no
from (select s.scope_no, s.scope_id as id, coalesce(a.display_name, b.display_name) as name
      from scope s
      left join account_fact a on a.scope_no = s.scope_no
      left join agreement_fact e on e.scope_no = s.scope_no
      left join account_fact b on b.scope_no = e.account_no
      where s.scope_type = :type) n
cross join lateral (select array_position(array[false,
                                                lower(n.id) = lower(:word)
                                                    or lower(coalesce(n.name, '')) = lower(:word),
                                                position(lower(:word) in lower(n.id)) > 0
                                                or position(lower(:word) in lower(coalesce(n.name, ''))) > 0],
                                          true) as no) rank
where rank.no is not null
order by rank.no, n.id collate "C"
limit :most
