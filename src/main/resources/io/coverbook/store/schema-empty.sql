-- Takes away what the migrations put into new tables, for a backup brings its own; names as the database quotes them.
truncate @tables
