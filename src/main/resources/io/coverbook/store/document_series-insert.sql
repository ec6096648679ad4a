-- Opens the series of a year. Parameter: series.
insert into document_series (series) values (:series) on conflict (series) do nothing
