-- Until when each subscription has technical support, as decided now. Parameter: on. One row a subscription that has
-- it.
insert into check_subscription_stage
select e.subscription_no, max(e.until_on)
from entitlement e
join cover c using (cover_no)
where c.technical and e.standing = 0 and e.until_on > :on
group by e.subscription_no
