-- The public bodies and their units that own contracts (采购人). Two names that read the same are one name:
-- compared in NFKC and without regard to the case of a to z; marks that nobody sees are refused.
CREATE TABLE department (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT department_pkey PRIMARY KEY,
    name text NOT NULL,
    name_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(normalize(name, NFKC) COLLATE "C")) STORED,
    created_at timestamptz NOT NULL,
    CONSTRAINT department_name_once UNIQUE (name_key),
    CONSTRAINT department_name_form CHECK (
        octet_length(name) BETWEEN 1 AND 600 AND name IS NFC NORMALIZED AND name_key = btrim(name_key) AND name_key <> ''
        AND name !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
);

COMMENT ON TABLE department IS 'Each department (采购人), the owner of contracts and the home of accounts.';
COMMENT ON COLUMN department.id IS 'Given by the database.';
COMMENT ON COLUMN department.name IS 'Its name as shown.';
COMMENT ON COLUMN department.name_key IS 'Its name as compared: NFKC, a to z for A to Z.';
COMMENT ON COLUMN department.created_at IS 'When it was entered.';
