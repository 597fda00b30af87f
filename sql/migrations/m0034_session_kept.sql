-- Sessions that ended long ago are removed, no others: what somebody did lately cannot be made to look as if nobody
-- had been there. The database's own clock decides.
CREATE FUNCTION refuse_removing_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a session is kept for 90 days after its end' USING
        ERRCODE = 'restrict_violation', CONSTRAINT = 'session_kept', TABLE = TG_TABLE_NAME;
END $$;
COMMENT ON FUNCTION refuse_removing_sessions() IS 'Refuses to remove a session that ended less than 90 days ago.';

CREATE TRIGGER session_kept BEFORE DELETE ON session
    FOR EACH ROW WHEN (least(OLD.revoked_at, OLD.expires_at) > now() - interval '90 days')
    EXECUTE FUNCTION refuse_removing_sessions();
ALTER TABLE session ENABLE ALWAYS TRIGGER session_kept;
CREATE INDEX session_end ON session (least(revoked_at, expires_at));
