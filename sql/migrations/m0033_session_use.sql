-- A session that nobody used for a while is over, and its owner can tell one's sessions apart and end them. Sessions
-- from before count as last used when they were opened.
ALTER TABLE session
    ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT session_id_once UNIQUE,
    ADD COLUMN address text NOT NULL DEFAULT '',
    ADD COLUMN last_used_at timestamptz,
    ADD COLUMN wrong_proofs smallint NOT NULL DEFAULT 0,
    ADD CONSTRAINT session_address_size CHECK (octet_length(address) <= 300),
    ADD CONSTRAINT session_wrong_proofs CHECK (wrong_proofs >= 0);
UPDATE session SET last_used_at = created_at;
ALTER TABLE session ALTER COLUMN last_used_at SET NOT NULL;
-- Noting a use fits beside the old row, and then touches no index.
ALTER TABLE session SET (fillfactor = 80);

COMMENT ON COLUMN session.id IS 'Given by the database; names the session to its owner.';
COMMENT ON COLUMN session.address IS 'Where it was opened from, as the door told it.';
COMMENT ON COLUMN session.last_used_at IS 'When it was last used, to the minute; unused for half an hour it is over.';
COMMENT ON COLUMN session.wrong_proofs IS 'Failed confirmations since the last right one; the fifth ends the session.';
