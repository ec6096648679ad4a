-- Whether some export shows a role of this very user. Parameter: word. One row or none.
select user_id from role_fact where user_id = :word limit 1
