-- The truth: what was recorded, once, in the bytes that were hashed.
-- Rows up to one page stay in the table as they are: the bytes are read back far more often than disk is short.
CREATE TABLE journal (
    contract text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    occurred_on date NOT NULL,
    kind text COLLATE "C" NOT NULL,
    origin text COLLATE "C" NOT NULL,
    fact_id text COLLATE "C",
    idempotency_key text COLLATE "C" NOT NULL,
    command_hash bytea,
    bytes bytea NOT NULL,
    hash bytea NOT NULL,
    previous_hash bytea NOT NULL,
    CONSTRAINT journal_pkey PRIMARY KEY (contract, number),
    CONSTRAINT journal_fact_once UNIQUE (contract, fact_id),
    CONSTRAINT journal_idempotency_key_once UNIQUE (idempotency_key),
    CONSTRAINT journal_contract_size CHECK (octet_length(contract) BETWEEN 1 AND 200),
    CONSTRAINT journal_key_size CHECK (octet_length(idempotency_key) BETWEEN 1 AND 500),
    CONSTRAINT journal_number_positive CHECK (number >= 1),
    CONSTRAINT journal_origin_known CHECK (origin IN ('imported', 'recorded')),
    CONSTRAINT journal_registered_first CHECK ((number = 1) = (kind = 'registered')),
    CONSTRAINT journal_fact_named CHECK ((fact_id IS NULL) = (number = 1 OR kind LIKE 'request-%')),
    CONSTRAINT journal_hash_of_bytes CHECK (hash = sha256(bytes)),
    CONSTRAINT journal_previous_hash_size CHECK (octet_length(previous_hash) = 32),
    CONSTRAINT journal_command_hash_size CHECK (octet_length(command_hash) = 32)
) WITH (toast_tuple_target = 8160);

COMMENT ON TABLE journal IS 'What was recorded of each contract, entry by entry, never changed. Everything else can be rebuilt from it.';
COMMENT ON COLUMN journal.contract IS 'Number of the contract (合同编号).';
COMMENT ON COLUMN journal.number IS 'Place of the entry within its contract, from 1 without gaps.';
COMMENT ON COLUMN journal.recorded_at IS 'When the entry was recorded; never earlier than the contract''s previous entry.';
COMMENT ON COLUMN journal.recorded_by IS 'Who recorded it.';
COMMENT ON COLUMN journal.occurred_on IS 'The day on which it happened; of a registration, the day on which the contract was signed.';
COMMENT ON COLUMN journal.kind IS 'registered, the kind of fact (payable.md 2.4), or the step of a payment request.';
COMMENT ON COLUMN journal.origin IS 'imported as a part of a history, or recorded when it happened.';
COMMENT ON COLUMN journal.fact_id IS 'The fact''s id, unique in its contract; NULL for what is no fact.';
COMMENT ON COLUMN journal.idempotency_key IS 'A command sent twice carries the same key and is stored once.';
COMMENT ON COLUMN journal.command_hash IS 'SHA-256 of the command that wrote it: the same key with another command is refused. NULL where none can come again.';
COMMENT ON COLUMN journal.bytes IS 'The entry as canonical JSON (RFC 8785), exactly as hashed.';
COMMENT ON COLUMN journal.hash IS 'SHA-256 of bytes.';
COMMENT ON COLUMN journal.previous_hash IS 'Hash of the contract''s previous entry; 32 zero bytes for the first.';
