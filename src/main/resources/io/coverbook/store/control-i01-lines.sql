-- I1: the lines of the proposal add up to its invoices, and both to the open charges of the month. Parameters: run,
-- month.
select coalesce((select string_agg(currency || ' ' || total, ', ' order by currency) from
           (select currency, sum(subtotal) as total from proposed_invoice where run_id = :run group by currency) a),
               'nothing') as left_side,
       coalesce((select string_agg(currency || ' ' || total, ', ' order by currency) from
           (select c.currency, sum(c.amount) as total from charge c
            where c.state = 'OPEN' and c.posting_month = :month group by c.currency) b), 'nothing') as right_side,
       null as named
