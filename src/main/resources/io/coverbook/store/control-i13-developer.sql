-- I13: no agreement is covered by Developer.
select (select count(*) from scope_cover v join cover c using (cover_no) join scope s on s.scope_no = v.scope_no
        where s.scope_type = 'EA' and c.tier = 'DEVELOPER')::text as left_side,
       '0' as right_side
