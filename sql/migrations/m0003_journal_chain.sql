-- An entry follows its contract's previous one: its number, its hash, its time. Checked once a statement. Entries that
-- came together are compared side by side; only the first of each contract looks into the table, by the primary key
-- (a scalar subquery, since a join may be planned as a scan of the whole journal). With the primary key it follows
-- that numbers have no gaps and no forks.
CREATE FUNCTION journal_refuse_broken_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM (
        SELECT contract, number, previous_hash, recorded_at, lag(number) OVER own AS last_number,
            lag(hash) OVER own AS last_hash, lag(recorded_at) OVER own AS last_recorded_at
        FROM inserted WINDOW own AS (PARTITION BY contract ORDER BY number)
    ) AS entry
    WHERE CASE
        WHEN number = 1 THEN previous_hash <> decode(repeat('00', 32), 'hex')
        WHEN last_number = number - 1 THEN last_hash <> previous_hash OR last_recorded_at > recorded_at
        ELSE (
            SELECT previous.hash = entry.previous_hash AND previous.recorded_at <= entry.recorded_at
            FROM public.journal AS previous
            WHERE previous.contract = entry.contract AND previous.number = entry.number - 1
        ) IS NOT TRUE
    END;
    IF FOUND THEN
        RAISE EXCEPTION 'an entry does not follow the previous one of its contract' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'journal_chain', TABLE = 'journal';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION journal_refuse_broken_chain() IS 'Refuses entries that do not follow their contract''s previous entry.';

CREATE TRIGGER journal_chain AFTER INSERT ON journal
    REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse_broken_chain();
ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_chain;
