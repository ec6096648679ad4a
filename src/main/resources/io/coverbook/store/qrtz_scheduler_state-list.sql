-- The programs that serve the schedule, and when each was last seen, in milliseconds since 1970.
select instance_name, last_checkin_time, checkin_interval from qrtz_scheduler_state order by instance_name collate "C"
