-- Who was refused what, and who changed the people and their rights. Append-only, as the journal.
CREATE TABLE access_log (
    number bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT access_log_pkey PRIMARY KEY,
    at timestamptz NOT NULL,
    account bigint CONSTRAINT access_log_account REFERENCES account,
    actor text NOT NULL,
    address text NOT NULL,
    action text COLLATE "C" NOT NULL,
    subject text NOT NULL,
    detail text NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    CONSTRAINT access_log_outcome_known CHECK (outcome IN ('done', 'refused')),
    CONSTRAINT access_log_size CHECK (
        octet_length(actor) <= 300 AND octet_length(address) <= 300 AND octet_length(action) <= 100
        AND octet_length(subject) <= 1000 AND octet_length(detail) <= 20000)
);

COMMENT ON TABLE access_log IS 'Refused and administrative acts, never changed; holds no secret.';
COMMENT ON COLUMN access_log.number IS 'Given by the database, rising.';
COMMENT ON COLUMN access_log.at IS 'When it happened.';
COMMENT ON COLUMN access_log.account IS 'Who acted; NULL for the console and for a name that no account has.';
COMMENT ON COLUMN access_log.actor IS 'The name of who acted; of the console the system''s user; empty for an unknown name, which may be a mistyped password.';
COMMENT ON COLUMN access_log.address IS 'Where it came from, as the door tells it; empty for the console.';
COMMENT ON COLUMN access_log.action IS 'What was done or tried.';
COMMENT ON COLUMN access_log.subject IS 'What it was done to: the name of an account or department, the number of a token.';
COMMENT ON COLUMN access_log.detail IS 'What it was set to; of a refusal, why.';
COMMENT ON COLUMN access_log.outcome IS 'done or refused.';

CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE access_log ENABLE ALWAYS TRIGGER access_log_append_only;
