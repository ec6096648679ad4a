-- Tells the planner what all tables hold now.
analyze
