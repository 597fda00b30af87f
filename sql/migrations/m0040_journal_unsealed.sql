-- Entries that wait to be sealed into the log. A sequence would have gaps and be read before its commits; a queue that
-- is written in the entry's own transaction names every entry once it is there, and nothing else. Sealing takes rows
-- away, so the table stays small; it has no index, which recording would have to keep.
CREATE TABLE journal_unsealed (
    contract text COLLATE "C" NOT NULL,
    number integer NOT NULL
);
COMMENT ON TABLE journal_unsealed IS 'Journal entries that are not in the log yet; filled by a trigger, emptied by sealing.';
COMMENT ON COLUMN journal_unsealed.contract IS 'Number of the contract.';
COMMENT ON COLUMN journal_unsealed.number IS 'Number of the entry within it.';

INSERT INTO journal_unsealed SELECT contract, number FROM journal;

CREATE FUNCTION journal_await_sealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.journal_unsealed (contract, number) SELECT contract, number FROM inserted;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION journal_await_sealing() IS 'Queues new journal entries for the log.';

CREATE TRIGGER journal_unsealed AFTER INSERT ON journal
    REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION journal_await_sealing();
ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_unsealed;
