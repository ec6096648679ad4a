-- Subscriptions whose id is a word, or begins with it, found by the key. Parameters: word, after (the first text that
-- does not begin so), most. The number of all is in each row, and the account.
select m.subscription_id, m.display_name, h.scope_id as account_id, a.display_name as account_name, m.rank,
    m.all_of_them
from (select f.subscription_id, f.display_name, f.account_no,
             1 + 2 * (f.subscription_id <> :word)::int as rank, count(*) over () as all_of_them
      from subscription_fact f
      where f.subscription_id >= :word and f.subscription_id < :after
      order by f.subscription_id
      limit :most) m
join scope h on h.scope_no = m.account_no
left join account_fact a on a.scope_no = m.account_no
order by m.subscription_id
