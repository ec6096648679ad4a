-- Records notices that have become due; none is ever recorded twice or taken back (G7). Parameter: run.
insert into notice (kind, object_id, due_on, recipient, run_id)
select kind, object_id, due_on, recipient, :run from notice_stage
on conflict (kind, object_id, due_on) do nothing
