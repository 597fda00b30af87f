-- What an account may do is the sum of its roles. Read at every call, so a change works at once.
CREATE TABLE account_role (
    account bigint NOT NULL CONSTRAINT account_role_account REFERENCES account,
    role text COLLATE "C" NOT NULL,
    CONSTRAINT account_role_pkey PRIMARY KEY (account, role),
    CONSTRAINT account_role_known CHECK (
        role IN ('officer', 'section-head', 'finance', 'head', 'treasury', 'auditor', 'admin'))
);

COMMENT ON TABLE account_role IS 'The roles of each account as they are now; access_log tells who changed them.';
COMMENT ON COLUMN account_role.account IS 'The account.';
COMMENT ON COLUMN account_role.role IS 'Its role (api.md, section 1).';
