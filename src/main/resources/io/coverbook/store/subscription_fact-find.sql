-- Subscriptions by their id or name: the exact ones (rank 1 and 2) before those that contain the word. Parameters:
-- word, most. The number of all is in each row, and the account.
select m.subscription_id, m.display_name, h.scope_id as account_id, a.display_name as account_name, m.rank,
    m.all_of_them
from (select f.subscription_id, f.display_name, f.account_no, rank.no as rank, count(*) over () as all_of_them
      from subscription_fact f
      cross join lateral (select array_position(array[f.subscription_id = :word,
                                                      lower(f.subscription_id) = lower(:word)
                                                      or lower(coalesce(f.display_name, '')) = lower(:word),
                                                      position(lower(:word) in lower(f.subscription_id)) > 0
                                                      or position(lower(:word) in lower(coalesce(f.display_name,
                                                          ''))) > 0],
                                                true) as no) rank
      where rank.no is not null
      order by rank.no, f.subscription_id
      limit :most) m
join scope h on h.scope_no = m.account_no
left join account_fact a on a.scope_no = m.account_no
order by m.rank, m.subscription_id
