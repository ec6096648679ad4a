-- Tells the planner how much there is.
select analyze_table('agreement_fact')
