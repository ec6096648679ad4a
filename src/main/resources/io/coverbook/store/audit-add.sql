-- Writes down who did what.
select audit_add(:actor, :action, :body)
