-- An account or agreement by its very id, with the name of the account. Parameters: type, word. One row or none.
select s.scope_id as id, coalesce(a.display_name, b.display_name) as name, 1 as rank, 1::bigint as all_of_them,
    s.scope_no
from scope s
left join account_fact a on a.scope_no = s.scope_no
left join agreement_fact e on e.scope_no = s.scope_no
left join account_fact b on b.scope_no = e.account_no
where s.scope_type = :type and s.scope_id = :word
