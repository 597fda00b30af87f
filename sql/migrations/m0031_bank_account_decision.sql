-- What became of a proposed bank account: the first decision confirms, rejects or withdraws it; a confirmed one can be
-- stopped by a second decision until it is in force. Nobody confirms what they proposed themselves: proposer and
-- department are repeated from the proposal, held by the foreign key, so that plain checks can compare them.
CREATE TABLE bank_account_decision (
    proposal bigint NOT NULL,
    number smallint NOT NULL,
    decision text COLLATE "C" NOT NULL,
    department bigint NOT NULL,
    proposed_by bigint NOT NULL,
    decided_by bigint NOT NULL,
    decided_at timestamptz NOT NULL,
    effective_at timestamptz,
    reason text NOT NULL,
    idempotency_key text COLLATE "C" NOT NULL,
    CONSTRAINT bank_account_decision_pkey PRIMARY KEY (proposal, number),
    CONSTRAINT bank_account_decision_key_once UNIQUE (decided_by, idempotency_key),
    CONSTRAINT bank_account_decision_proposal FOREIGN KEY (proposal, department, proposed_by)
        REFERENCES bank_account_proposal (id, department, proposed_by),
    CONSTRAINT bank_account_decision_home FOREIGN KEY (decided_by, department) REFERENCES account (id, department),
    CONSTRAINT bank_account_decision_known CHECK (decision IN ('confirmed', 'rejected', 'withdrawn')),
    CONSTRAINT bank_account_decision_number CHECK (number IN (1, 2)),
    CONSTRAINT bank_account_confirmed_first CHECK (number = 1 OR decision <> 'confirmed'),
    CONSTRAINT bank_account_second_person CHECK (decision <> 'confirmed' OR decided_by <> proposed_by),
    CONSTRAINT bank_account_withdrawn_by_proposer CHECK (decision <> 'withdrawn' OR decided_by = proposed_by),
    CONSTRAINT bank_account_effective CHECK ((decision = 'confirmed') = (effective_at IS NOT NULL)),
    CONSTRAINT bank_account_decision_key_size CHECK (octet_length(idempotency_key) BETWEEN 1 AND 500),
    CONSTRAINT bank_account_decision_reason_form CHECK (
        octet_length(reason) <= 2000 AND (reason <> '' OR decision <> 'rejected') AND reason IS NFC NORMALIZED
        AND reason = btrim(reason)
        AND reason !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
);

COMMENT ON TABLE bank_account_decision IS 'What became of each proposed bank account, never changed.';
COMMENT ON COLUMN bank_account_decision.proposal IS 'The proposal.';
COMMENT ON COLUMN bank_account_decision.number IS '1 for the decision on the proposal, 2 for stopping a confirmed one.';
COMMENT ON COLUMN bank_account_decision.decision IS 'confirmed, rejected or withdrawn.';
COMMENT ON COLUMN bank_account_decision.department IS 'Department of the proposal.';
COMMENT ON COLUMN bank_account_decision.proposed_by IS 'Who made the proposal.';
COMMENT ON COLUMN bank_account_decision.decided_by IS 'Who decided.';
COMMENT ON COLUMN bank_account_decision.decided_at IS 'When.';
COMMENT ON COLUMN bank_account_decision.effective_at IS 'From when a confirmed one is in force; NULL of others.';
COMMENT ON COLUMN bank_account_decision.reason IS 'Why; of a rejection never empty.';
COMMENT ON COLUMN bank_account_decision.idempotency_key IS 'A command sent twice by one account carries the same key and is stored once.';
