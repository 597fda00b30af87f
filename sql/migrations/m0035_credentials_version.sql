-- What somebody proved lately is void once their password or second factor is another one.
ALTER TABLE account ADD COLUMN credentials_version bigint NOT NULL DEFAULT 0
    CONSTRAINT account_credentials_version CHECK (credentials_version >= 0);

COMMENT ON COLUMN account.credentials_version IS 'How often the password or the second factor was changed.';
