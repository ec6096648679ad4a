-- What the server calls itself.
select current_setting('server_version')
