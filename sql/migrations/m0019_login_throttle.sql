-- Log-in attempts that did not succeed, counted for each name tried and each address they came from. Names that no
-- account has are counted as well: being locked out tells nobody that an account exists.
CREATE TABLE login_throttle (
    key bytea NOT NULL CONSTRAINT login_throttle_pkey PRIMARY KEY,
    attempts integer NOT NULL,
    last_at timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL,
    CONSTRAINT login_throttle_key_hashed CHECK (octet_length(key) = 32),
    CONSTRAINT login_throttle_attempts CHECK (attempts >= 0)
) WITH (fillfactor = 80);
CREATE INDEX login_throttle_last ON login_throttle (last_at);

COMMENT ON TABLE login_throttle IS 'How often logging in failed lately, by name and by address; forgotten after a day.';
COMMENT ON COLUMN login_throttle.key IS 'SHA-256 of what is counted: who tries a password as a name leaves no trace of it.';
COMMENT ON COLUMN login_throttle.attempts IS 'Attempts since the last success, those under way included.';
COMMENT ON COLUMN login_throttle.last_at IS 'When the last one began.';
COMMENT ON COLUMN login_throttle.blocked_until IS 'Until when further ones are refused unseen.';
