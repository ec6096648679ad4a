-- Subscriptions that belong, or ever belonged, to some scopes: agreements, or accounts outside of agreements, or with
-- everything = true all of their accounts. In the order in which they were first exported. Parameters: scopes, everything,
-- after (a number), most.
select subscription_no, subscription_id
from (select f.subscription_no, f.subscription_id
      from subscription_fact f
      where f.account_no = any(:scopes) and (f.ea_no is null or cast(:everything as boolean)) and f.subscription_no > :after
      union
      select f.subscription_no, f.subscription_id
      from subscription_fact f
      where f.ea_no = any(:scopes) and f.subscription_no > :after
      union
      select p.subscription_no, p.subscription_id
      from subscription_past p
      where (p.account_no = any(:scopes) or p.ea_no = any(:scopes)) and p.subscription_no > :after) s
order by subscription_no
limit :most
