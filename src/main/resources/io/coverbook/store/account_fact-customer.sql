-- Customers by their id, a part of it, or a part of the name of one of their accounts, the very id (rank 1) first.
-- Parameters: word, most. The number of all is in each row.
select c.id, c.name, c.rank, count(*) over () as all_of_them, 0::bigint as scope_no
from (select n.id, min(n.name) as name, min(rank.no) as rank
      from (select a.customer_id as id, a.display_name as name from account_fact a
            union all
            select e.customer_id, b.display_name
            from agreement_fact e
            left join account_fact b on b.scope_no = e.account_no
            where e.customer_id is not null) n
      cross join lateral (select array_position(array[n.id = :word,
                                                      lower(n.id) = lower(:word)
                                                          or lower(coalesce(n.name, '')) = lower(:word),
                                                      position(lower(:word) in lower(n.id)) > 0
                                                      or position(lower(:word) in lower(coalesce(n.name, ''))) > 0],
                                                true) as no) rank
      where rank.no is not null
      group by n.id) c
order by c.rank, c.id collate "C"
limit :most
