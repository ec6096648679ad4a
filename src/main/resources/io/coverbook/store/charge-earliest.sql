-- The month of the earliest charge in any state (C15). One value or null.
select date_trunc('month', min(charge_date))::date from charge
