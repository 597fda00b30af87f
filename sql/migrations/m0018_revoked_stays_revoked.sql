-- What was revoked never works again, whatever the program does.
CREATE FUNCTION refuse_unrevoking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was revoked stays revoked' USING
        ERRCODE = 'restrict_violation', CONSTRAINT = 'revoked_stays_revoked', TABLE = TG_TABLE_NAME;
END $$;
COMMENT ON FUNCTION refuse_unrevoking() IS 'Refuses to let a revoked session or token work again.';

CREATE TRIGGER session_revoked BEFORE UPDATE ON session
    FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
    EXECUTE FUNCTION refuse_unrevoking();
CREATE TRIGGER api_token_revoked BEFORE UPDATE ON api_token
    FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
    EXECUTE FUNCTION refuse_unrevoking();
ALTER TABLE session ENABLE ALWAYS TRIGGER session_revoked;
ALTER TABLE api_token ENABLE ALWAYS TRIGGER api_token_revoked;
