-- Tells the planner how much was decided.
select analyze_table('scope_cover_stage')
