-- Keeps the policies of a run under their hash.
insert into policy_set (hash, body) values (:hash, :body) on conflict (hash) do nothing
