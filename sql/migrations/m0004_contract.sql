-- One row a contract: what lists show. Writers lock it, so the facts of one contract are serial.
-- The free space lets updates stay on their page.
CREATE TABLE contract (
    number text COLLATE "C" NOT NULL CONSTRAINT contract_pkey PRIMARY KEY,
    title text NOT NULL,
    buyer text NOT NULL,
    buyer_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(normalize(buyer, NFKC) COLLATE "C")) STORED,
    supplier text NOT NULL,
    price_fen bigint NOT NULL,
    signed_on date NOT NULL,
    calendar text NOT NULL,
    version integer NOT NULL,
    head_hash bytea NOT NULL,
    recorded_at timestamptz NOT NULL,
    as_of date NOT NULL,
    next_change_on date,
    paid_fen bigint NOT NULL,
    payable_now_fen bigint NOT NULL,
    outstanding_fen bigint NOT NULL,
    deducted_fen bigint NOT NULL,
    claim_fen bigint NOT NULL,
    waived_fen bigint NOT NULL,
    next_installment text COLLATE "C",
    next_label text,
    next_status text COLLATE "C",
    next_amount_fen bigint,
    next_due_on date,
    next_blocked_by text[] NOT NULL,
    CONSTRAINT contract_number_size CHECK (octet_length(number) BETWEEN 1 AND 200),
    CONSTRAINT contract_parties_size CHECK (octet_length(buyer) <= 600 AND octet_length(supplier) <= 600),
    CONSTRAINT contract_calendar_known CHECK (calendar IN ('none', 'weekends', 'CN', 'own')),
    CONSTRAINT contract_head_hash_size CHECK (octet_length(head_hash) = 32),
    CONSTRAINT contract_next_whole CHECK (
        (next_installment IS NULL) = (next_status IS NULL) AND (next_installment IS NULL) = (next_amount_fen IS NULL)),
    CONSTRAINT contract_next_change_later CHECK (next_change_on > as_of)
) WITH (fillfactor = 80);

-- The next payments, soonest first, those without a date last; the number makes the order total for keyset pages.
CREATE INDEX contract_next_payment ON contract ((coalesce(next_due_on, 'infinity'::date)), number)
    WHERE next_installment IS NOT NULL;
-- What a department sees, page by page.
CREATE INDEX contract_of_buyer ON contract (buyer_key, number);
-- What the daily sweep computes afresh.
CREATE INDEX contract_next_change ON contract (next_change_on) WHERE next_change_on IS NOT NULL;

COMMENT ON TABLE contract IS 'Each contract with its totals and its next payment on the day as_of; rebuilt from the journal.';
COMMENT ON COLUMN contract.number IS 'Number of the contract (合同编号).';
COMMENT ON COLUMN contract.title IS 'Title in the terms in force.';
COMMENT ON COLUMN contract.buyer IS 'Buyer (采购人).';
COMMENT ON COLUMN contract.buyer_key IS 'The buyer''s name as names of departments are compared: whose contract it is.';
COMMENT ON COLUMN contract.supplier IS 'Supplier (供应商).';
COMMENT ON COLUMN contract.price_fen IS 'Price in the terms in force, in fen.';
COMMENT ON COLUMN contract.signed_on IS 'Day on which the contract was signed.';
COMMENT ON COLUMN contract.calendar IS 'Which days are working days: none, weekends, CN, or own (a table given with the contract).';
COMMENT ON COLUMN contract.version IS 'Number of the last journal entry.';
COMMENT ON COLUMN contract.head_hash IS 'Hash of the last journal entry.';
COMMENT ON COLUMN contract.recorded_at IS 'When the last journal entry was recorded.';
COMMENT ON COLUMN contract.as_of IS 'Day for which the figures were computed.';
COMMENT ON COLUMN contract.next_change_on IS 'First day after as_of on which they may read differently without a new fact; NULL for none.';
COMMENT ON COLUMN contract.paid_fen IS 'Paid less returned, in fen.';
COMMENT ON COLUMN contract.payable_now_fen IS 'Outstanding of the installments due or overdue, in fen.';
COMMENT ON COLUMN contract.outstanding_fen IS 'Payable but not paid, in fen.';
COMMENT ON COLUMN contract.deducted_fen IS 'Deducted by assessments, in fen.';
COMMENT ON COLUMN contract.claim_fen IS 'Owed by the supplier outside of the schedule, in fen.';
COMMENT ON COLUMN contract.waived_fen IS 'Deductions given up, in fen.';
COMMENT ON COLUMN contract.next_installment IS 'Id of the first installment neither settled nor cancelled; NULL when nothing is left.';
COMMENT ON COLUMN contract.next_label IS 'Its label.';
COMMENT ON COLUMN contract.next_status IS 'Its status: undetermined, blocked, overdue or due.';
COMMENT ON COLUMN contract.next_amount_fen IS 'Its outstanding amount, in fen.';
COMMENT ON COLUMN contract.next_due_on IS 'Its due date; NULL while its clock has not started.';
COMMENT ON COLUMN contract.next_blocked_by IS 'What blocks it, in the order of payable.md, section 4.';
