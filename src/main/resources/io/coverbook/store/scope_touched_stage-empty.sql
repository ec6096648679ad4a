-- Nothing is touched yet, and nothing spread.
truncate scope_touched_stage, subscription_touched_stage, entitlement_stage
