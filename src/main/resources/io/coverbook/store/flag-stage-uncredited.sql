-- Drops the candidates for a flag about credits where no invoiced charge of the plan was credited because of the
-- cancellation: not those of a plan that is billed elsewhere now, or was corrected otherwise (G5, C9). Rows: those.
delete from flag_stage s
where s.code = 'BACKDATED_CANCEL_CREDITED'
  and not exists (
      select from charge c
      left join plan_state p on p.plan_id = c.plan_id
      left join credit_note n on n.plan_id = c.plan_id and n.term = c.term and n.reason <> 'GOODWILL'
      where c.plan_id = s.object_id and c.state = 'CREDITED'
        and coalesce(n.reason = 'BACKDATED_CANCELLATION', c.charge_date <@ p.cancelled::datemultirange))
