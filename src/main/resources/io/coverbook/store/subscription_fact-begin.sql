-- Subscriptions whose id is a word, or begins with it, found by the key. Parameters: word, after (the first text that does
-- not begin so), most. The number of all is in each row.
select f.subscription_id, f.display_name, 1 + 2 * (f.subscription_id <> :word)::int as rank, count(*) over () as all_of_them
from subscription_fact f
where f.subscription_id >= :word and f.subscription_id < :after
order by f.subscription_id
limit :most
