-- Tells the planner how much is new.
analyze subscription_news
