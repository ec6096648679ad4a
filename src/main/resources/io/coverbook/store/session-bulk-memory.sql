-- Room for the big sorts of this transaction alone.
set local work_mem = '256MB'
