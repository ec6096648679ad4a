-- Keeps the table of transitions equal to the rule. Parameters: recorded, desired, becomes. One row.
insert into charge_transition values (:recorded, :desired, :becomes)
on conflict (recorded, desired) do update set becomes = excluded.becomes
    where charge_transition.becomes <> excluded.becomes
