-- Cover that gives technical support keeps its name while inactive, all other becomes plain BASIC (E1).
update cover c
set inactive_no = coalesce(
    (select c.cover_no where c.technical),
    (select b.cover_no from cover b where b.source = 'NONE' and b.reason = 'SUBSCRIPTION_NOT_ACTIVE'))
where c.inactive_no is null
