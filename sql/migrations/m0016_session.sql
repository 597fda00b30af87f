-- Log-ins. The token itself is kept nowhere.
CREATE TABLE session (
    token_hash bytea NOT NULL CONSTRAINT session_pkey PRIMARY KEY,
    account bigint NOT NULL CONSTRAINT session_account REFERENCES account,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT session_token_hashed CHECK (octet_length(token_hash) = 32),
    CONSTRAINT session_expires_later CHECK (expires_at > created_at)
);
CREATE INDEX session_of_account ON session (account) WHERE revoked_at IS NULL;

COMMENT ON TABLE session IS 'Each log-in with name and password.';
COMMENT ON COLUMN session.token_hash IS 'SHA-256 of the token; hidden from auditors.';
COMMENT ON COLUMN session.account IS 'Whose session it is.';
COMMENT ON COLUMN session.created_at IS 'When it was opened.';
COMMENT ON COLUMN session.expires_at IS 'When it ends by itself.';
COMMENT ON COLUMN session.revoked_at IS 'When it was ended before; NULL for not.';
