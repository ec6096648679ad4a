-- The open proposal. One row or none.
select run_id, period, epoch, actor, second_person, facts_version, policy_hash, reference_hash, as_of
from run where state in ('PROPOSED', 'APPROVED')
