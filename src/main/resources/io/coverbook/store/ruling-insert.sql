-- Writes down what a person decided about a plan. Parameters: plan, kind, code, at, actor, reason. One row.
insert into ruling (plan_id, kind, code, at, actor, reason) values (:plan, :kind, :code, :at, :actor,
    :reason) returning ruling_id
