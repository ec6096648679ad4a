-- Takes the rows of one export file, in binary. As many rows as the file has good lines.
copy role_stage (line, fingerprint, user_id, role, scope, scope_written, subscription_ids, actions, is_partner,
    partner_benefit, everywhere, rank, retired, may_create, may_manage, can_assign, entitling)
    from stdin (format binary)
