-- How many plans are held, or have a charge that is. One value.
select count(*) from (select plan_id from charge where state = 'HELD'
                      union
                      select plan_id from plan_state where status = 'HELD') held
