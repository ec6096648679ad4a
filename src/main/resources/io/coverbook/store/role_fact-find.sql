-- Users whom a word may mean: their very name in another case (rank 2) before those whose names contain it. Parameters:
-- word, most. The number of all is in each row.
select u.user_id, u.rank, count(*) over () as all_of_them
from (select user_id, case when lower(user_id) = lower(:word) then 2 else 3 end as rank
      from role_fact
      where position(lower(:word) in lower(user_id)) > 0
      group by user_id) u
order by u.rank, u.user_id
limit :most
