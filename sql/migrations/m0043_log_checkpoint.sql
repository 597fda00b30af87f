-- Signed checkpoints as they were published. What the signer goes by is its own file outside of the database; this is
-- a copy for whoever asks. A note with further signatures (of witnesses) is a further version of its size.
CREATE TABLE log_checkpoint (
    size bigint NOT NULL,
    version integer NOT NULL,
    recorded_at timestamptz NOT NULL,
    note bytea NOT NULL,
    CONSTRAINT log_checkpoint_pkey PRIMARY KEY (size, version),
    CONSTRAINT log_checkpoint_size CHECK (size >= 0 AND version >= 1),
    CONSTRAINT log_checkpoint_note_size CHECK (octet_length(note) BETWEEN 1 AND 65536)
);
COMMENT ON TABLE log_checkpoint IS 'The signed checkpoints of the log (C2SP tlog-checkpoint) as published; never changed.';
COMMENT ON COLUMN log_checkpoint.size IS 'Number of entries that the log had.';
COMMENT ON COLUMN log_checkpoint.version IS 'From 1; the highest has the most signatures.';
COMMENT ON COLUMN log_checkpoint.recorded_at IS 'When it was put here.';
COMMENT ON COLUMN log_checkpoint.note IS 'The signed note, byte for byte.';

CREATE TRIGGER log_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE log_checkpoint ENABLE ALWAYS TRIGGER log_checkpoint_append_only;
