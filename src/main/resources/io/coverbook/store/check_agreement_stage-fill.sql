-- Until when each agreement has its plan, as decided now. Parameter: on. One row an agreement that has one.
insert into check_agreement_stage
select scope_no, max(until_on) from ea_verdict where verdict = 'COVERED' and until_on > :on group by scope_no
