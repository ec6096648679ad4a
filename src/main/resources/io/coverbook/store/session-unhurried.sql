-- This transaction alone is told as done before its log is on disk; a server that dies may lose the last half second of
-- such.
set local synchronous_commit = off
