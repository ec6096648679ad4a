-- Tells the planner how much a table holds now. Parameter: named.
select analyze_table(:named)
