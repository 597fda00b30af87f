-- Access of programs, without a password.
CREATE TABLE api_token (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT api_token_pkey PRIMARY KEY,
    token_hash bytea NOT NULL,
    account bigint NOT NULL CONSTRAINT api_token_account REFERENCES account,
    label text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    last_used_on date,
    CONSTRAINT api_token_once UNIQUE (token_hash),
    CONSTRAINT api_token_hashed CHECK (octet_length(token_hash) = 32),
    CONSTRAINT api_token_expires_later CHECK (expires_at > created_at),
    CONSTRAINT api_token_label_form CHECK (
        octet_length(label) BETWEEN 1 AND 200 AND label IS NFC NORMALIZED
        AND label !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
);
CREATE INDEX api_token_of_account ON api_token (account);

COMMENT ON TABLE api_token IS 'Each token by which a program acts as an account.';
COMMENT ON COLUMN api_token.id IS 'Given by the database; names the token when it is revoked.';
COMMENT ON COLUMN api_token.token_hash IS 'SHA-256 of the token; hidden from auditors.';
COMMENT ON COLUMN api_token.account IS 'Whom it acts as.';
COMMENT ON COLUMN api_token.label IS 'What it is for.';
COMMENT ON COLUMN api_token.created_at IS 'When it was issued.';
COMMENT ON COLUMN api_token.expires_at IS 'When it ends by itself.';
COMMENT ON COLUMN api_token.revoked_at IS 'When it was ended before; NULL for not.';
COMMENT ON COLUMN api_token.last_used_on IS 'Day in China on which it was last used; NULL for never.';
