-- Bank accounts of suppliers as somebody proposed them; bank_account_decision tells what became of each. They are
-- numbered without gaps for a department and a supplier, so that two open at once meet in the index.
CREATE TABLE bank_account_proposal (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT bank_account_proposal_pkey PRIMARY KEY,
    department bigint NOT NULL CONSTRAINT bank_account_proposal_department REFERENCES department,
    supplier text NOT NULL,
    supplier_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(normalize(supplier, NFKC) COLLATE "C")) STORED,
    number integer NOT NULL,
    holder text NOT NULL,
    bank text NOT NULL,
    account_number text COLLATE "C" NOT NULL,
    reason text NOT NULL,
    proposed_by bigint NOT NULL,
    proposed_at timestamptz NOT NULL,
    idempotency_key text COLLATE "C" NOT NULL,
    CONSTRAINT bank_account_proposal_number_once UNIQUE (department, supplier_key, number),
    CONSTRAINT bank_account_proposal_key_once UNIQUE (proposed_by, idempotency_key),
    CONSTRAINT bank_account_proposal_parties UNIQUE (id, department, proposed_by),
    CONSTRAINT bank_account_proposal_home FOREIGN KEY (proposed_by, department) REFERENCES account (id, department),
    CONSTRAINT bank_account_proposal_number CHECK (number >= 1),
    CONSTRAINT bank_account_key_size CHECK (octet_length(idempotency_key) BETWEEN 1 AND 500),
    CONSTRAINT bank_account_supplier_form CHECK (
        octet_length(supplier) BETWEEN 1 AND 600 AND supplier IS NFC NORMALIZED
        AND supplier_key = btrim(supplier_key) AND supplier_key <> ''
        AND supplier !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'),
    CONSTRAINT bank_account_holder_form CHECK (
        octet_length(holder) BETWEEN 1 AND 600 AND holder IS NFC NORMALIZED AND holder = btrim(holder)
        AND holder !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'),
    CONSTRAINT bank_account_bank_form CHECK (
        octet_length(bank) BETWEEN 1 AND 600 AND bank IS NFC NORMALIZED AND bank = btrim(bank)
        AND bank !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]'),
    CONSTRAINT bank_account_number_form CHECK (account_number ~ '^[0-9]{6,40}$'),
    CONSTRAINT bank_account_reason_form CHECK (
        octet_length(reason) BETWEEN 1 AND 2000 AND reason IS NFC NORMALIZED AND reason = btrim(reason)
        AND reason !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
);

COMMENT ON TABLE bank_account_proposal IS 'Each proposed bank account of a supplier, never changed.';
COMMENT ON COLUMN bank_account_proposal.id IS 'Given by the database; names the proposal when it is decided.';
COMMENT ON COLUMN bank_account_proposal.department IS 'The department that would pay to it.';
COMMENT ON COLUMN bank_account_proposal.supplier IS 'Name of the supplier (供应商).';
COMMENT ON COLUMN bank_account_proposal.supplier_key IS 'The name as compared: NFKC, a to z for A to Z.';
COMMENT ON COLUMN bank_account_proposal.number IS 'Place among the department''s proposals for the supplier, from 1.';
COMMENT ON COLUMN bank_account_proposal.holder IS 'Name of the account (账户名).';
COMMENT ON COLUMN bank_account_proposal.bank IS 'Bank and branch (开户行).';
COMMENT ON COLUMN bank_account_proposal.account_number IS 'Number of the account (账号), digits only.';
COMMENT ON COLUMN bank_account_proposal.reason IS 'Why it is to be changed, for the second person.';
COMMENT ON COLUMN bank_account_proposal.proposed_by IS 'Who proposed it.';
COMMENT ON COLUMN bank_account_proposal.proposed_at IS 'When.';
COMMENT ON COLUMN bank_account_proposal.idempotency_key IS 'A command sent twice by one account carries the same key and is stored once.';
