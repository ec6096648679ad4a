-- Tells the planner how much was decided.
select analyze_table('charge_stage')
