-- Drops the candidates for a flag about credits where no invoiced charge of the plan was credited (G5). Rows: those.
delete from flag_stage s
where s.code = 'BACKDATED_CANCEL_CREDITED'
  and not exists (select from charge c where c.plan_id = s.object_id and c.state = 'CREDITED')
