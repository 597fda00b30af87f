-- Who works with the program. A log-in name has Latin letters and Chinese characters only: a Cyrillic "а" is
-- refused, a full-width "Ａ" is an "a", so no name can pass for another. Checks are made in the order of their names.
CREATE TABLE account (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT account_pkey PRIMARY KEY,
    name text NOT NULL,
    name_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(normalize(name, NFKC) COLLATE "C")) STORED,
    display_name text NOT NULL,
    department bigint NOT NULL CONSTRAINT account_department_known REFERENCES department,
    audits_all boolean NOT NULL DEFAULT false,
    password_hash text COLLATE "C" NOT NULL,
    password_set_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz,
    CONSTRAINT account_name_once UNIQUE (name_key),
    CONSTRAINT account_name_form CHECK (
        octet_length(name) <= 200 AND name_key ~
        '^[a-z0-9\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af][a-z0-9._@\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af-]*$'),
    CONSTRAINT account_shown_name_form CHECK (
        octet_length(display_name) BETWEEN 1 AND 200 AND display_name IS NFC NORMALIZED
        AND display_name !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'),
    CONSTRAINT account_password_hashed CHECK (password_hash LIKE '$argon2id$%')
);

COMMENT ON TABLE account IS 'Each person or program that may log in; never removed, since the journal names it.';
COMMENT ON COLUMN account.id IS 'Given by the database.';
COMMENT ON COLUMN account.name IS 'Log-in name as entered.';
COMMENT ON COLUMN account.name_key IS 'Log-in name as compared: NFKC, a to z for A to Z.';
COMMENT ON COLUMN account.display_name IS 'Name as shown.';
COMMENT ON COLUMN account.department IS 'The department it belongs to.';
COMMENT ON COLUMN account.audits_all IS 'Whether it sees every department as an auditor.';
COMMENT ON COLUMN account.password_hash IS 'argon2id with salt and cost, as libsodium writes it; hidden from auditors.';
COMMENT ON COLUMN account.password_set_at IS 'When the password was set.';
COMMENT ON COLUMN account.created_at IS 'When it was entered.';
COMMENT ON COLUMN account.disabled_at IS 'Since when it may do nothing; NULL while it may.';
