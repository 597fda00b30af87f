-- The Merkle log (RFC 9162) over all journal entries: its leaves from left to right. No foreign key: it would lock, and
-- so write to, every row of the journal once more; the hash names the entry better than its place does.
CREATE TABLE log_leaf (
    index bigint NOT NULL CONSTRAINT log_leaf_pkey PRIMARY KEY,
    contract text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_leaf_entry_once UNIQUE (contract, number),
    CONSTRAINT log_leaf_index CHECK (index >= 0),
    CONSTRAINT log_leaf_hash_size CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE log_leaf IS 'Where each journal entry stands in the Merkle log; never changed.';
COMMENT ON COLUMN log_leaf.index IS 'Place in the log, from 0 without gaps.';
COMMENT ON COLUMN log_leaf.contract IS 'Number of the contract.';
COMMENT ON COLUMN log_leaf.number IS 'Number of the entry within it.';
COMMENT ON COLUMN log_leaf.hash IS 'SHA-256 of a zero byte and the entry''s bytes.';

CREATE TRIGGER log_leaf_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE log_leaf ENABLE ALWAYS TRIGGER log_leaf_append_only;
