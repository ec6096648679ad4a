-- Sees the moment of another transaction, by its name as the database gave it. Placeholder: @snapshot.
set transaction snapshot '@snapshot'
