-- The journal over all contracts is read newest first and between two moments. New entries are always the last ones of
-- this index, so it costs a write next to nothing.
CREATE INDEX journal_recorded ON journal (recorded_at, contract, number);
