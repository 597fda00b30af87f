-- Complete subtrees of the log: their hashes never change, and every proof is made of a few of them.
CREATE TABLE log_node (
    level smallint NOT NULL,
    index bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT log_node_pkey PRIMARY KEY (level, index),
    CONSTRAINT log_node_level CHECK (level BETWEEN 1 AND 62),
    CONSTRAINT log_node_index CHECK (index >= 0),
    CONSTRAINT log_node_hash_size CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE log_node IS 'The complete subtrees of the Merkle log of two entries or more; never changed.';
COMMENT ON COLUMN log_node.level IS 'It holds 2^level entries.';
COMMENT ON COLUMN log_node.index IS 'Place among those of its level: its first entry is index times 2^level.';
COMMENT ON COLUMN log_node.hash IS 'SHA-256 of a byte 1 and the hashes of its two halves.';

CREATE TRIGGER log_node_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_node
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE log_node ENABLE ALWAYS TRIGGER log_node_append_only;
