-- The table entitled-users of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select null::text as "user", null::text as subscription_id, null::text as role, null::text as entitled,
       null::text as may_create, null::text as may_manage, null::text as can_assign_role
where false
