-- Numbers: each series counts as many documents as its last number.
select (select coalesce(sum(last_no), 0) from document_series)::text as left_side,
       ((select count(*) from invoice) + (select count(*) from credit_note))::text as right_side,
       null as named
