-- One-time codes by time (RFC 6238) beside the password. The secret is sealed with a key that the database does not
-- have; each code is good once.
CREATE TABLE second_factor (
    account bigint NOT NULL CONSTRAINT second_factor_pkey PRIMARY KEY
        CONSTRAINT second_factor_account REFERENCES account,
    sealed_secret bytea NOT NULL,
    begun_at timestamptz NOT NULL,
    enrolled_at timestamptz,
    last_step bigint NOT NULL DEFAULT 0,
    CONSTRAINT second_factor_sealed CHECK (octet_length(sealed_secret) = 60),
    CONSTRAINT second_factor_enrolled_later CHECK (enrolled_at >= begun_at),
    CONSTRAINT second_factor_step CHECK (last_step >= 0)
);

COMMENT ON TABLE second_factor IS 'The second factor of each account that has one or began to set one up.';
COMMENT ON COLUMN second_factor.account IS 'Whose it is.';
COMMENT ON COLUMN second_factor.sealed_secret IS 'The secret, sealed for this account; hidden from auditors.';
COMMENT ON COLUMN second_factor.begun_at IS 'When the secret was made.';
COMMENT ON COLUMN second_factor.enrolled_at IS 'Since when codes are asked for; NULL until the first right one.';
COMMENT ON COLUMN second_factor.last_step IS 'The half minute since 1970 of the last code accepted; older ones are refused.';

CREATE FUNCTION refuse_second_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a code is good once' USING
        ERRCODE = 'restrict_violation', CONSTRAINT = 'second_factor_once', TABLE = TG_TABLE_NAME;
END $$;
COMMENT ON FUNCTION refuse_second_use() IS 'Refuses a code that was used, and another secret in the place of one in use.';

CREATE TRIGGER second_factor_once BEFORE UPDATE ON second_factor
    FOR EACH ROW WHEN (OLD.enrolled_at IS NOT NULL AND (NEW.last_step <= OLD.last_step
        OR NEW.sealed_secret <> OLD.sealed_secret OR NEW.enrolled_at IS DISTINCT FROM OLD.enrolled_at))
    EXECUTE FUNCTION refuse_second_use();
ALTER TABLE second_factor ENABLE ALWAYS TRIGGER second_factor_once;
