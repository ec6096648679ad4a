-- Tells the planner how much there is.
select analyze_table('scope')
