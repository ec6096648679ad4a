-- Tells the planner how much is new.
analyze account_news
