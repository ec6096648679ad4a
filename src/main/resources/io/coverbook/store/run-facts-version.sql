-- What the facts, what people decided and their latest reconciliation are now, in one word.
select concat('imports to ', coalesce((select max(import_id) from import_file where outcome = 'ACCEPTED'), 0),
              ', reconciled to ', coalesce((select max(run_id) from run where purpose = 'RECONCILE' and state = 'DONE'),
                  0),
              (select ', rulings to ' || max(ruling_id) from ruling),
              (select ', credits to ' || max(goodwill_id) from goodwill),
              (select ', agreed to ' || count(*) from goodwill_approval having count(*) > 0))
