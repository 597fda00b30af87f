-- Requests for payment (付款申请). What they hold of an installment is in installment_position.in_flight_fen.
CREATE TABLE payment_request (
    id text COLLATE "C" NOT NULL CONSTRAINT payment_request_pkey PRIMARY KEY,
    contract text COLLATE "C" NOT NULL CONSTRAINT payment_request_contract REFERENCES contract ON DELETE CASCADE,
    installment text COLLATE "C" NOT NULL,
    buyer text NOT NULL,
    buyer_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(normalize(buyer, NFKC) COLLATE "C")) STORED,
    amount_fen bigint NOT NULL,
    paid_fen bigint NOT NULL,
    state text COLLATE "C" NOT NULL,
    waits_for text COLLATE "C",
    round integer NOT NULL,
    acted text[] NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL,
    CONSTRAINT payment_request_amount_positive CHECK (amount_fen > 0),
    CONSTRAINT payment_request_paid_within_amount CHECK (paid_fen BETWEEN 0 AND amount_fen),
    CONSTRAINT payment_request_state_known CHECK (state IN (
        'submitted', 'approved', 'partly-paid', 'paid', 'closed', 'rejected', 'withdrawn', 'stale')),
    CONSTRAINT payment_request_waits_while_open CHECK (
        (waits_for IS NULL) = (state IN ('paid', 'closed', 'rejected', 'withdrawn')))
) WITH (fillfactor = 85);

CREATE INDEX payment_request_of_buyer ON payment_request (buyer_key, requested_at, id);
CREATE INDEX payment_request_waiting ON payment_request (buyer_key, waits_for, requested_at, id)
    WHERE waits_for IS NOT NULL;
CREATE INDEX payment_request_of_contract ON payment_request (contract);

COMMENT ON TABLE payment_request IS 'Each payment request (付款申请) and where it stands; rebuilt from the journal.';
COMMENT ON COLUMN payment_request.id IS 'Drawn by chance when it was raised.';
COMMENT ON COLUMN payment_request.contract IS 'Number of the contract.';
COMMENT ON COLUMN payment_request.installment IS 'Id of the installment.';
COMMENT ON COLUMN payment_request.buyer IS 'Buyer (采购人) in the terms in force.';
COMMENT ON COLUMN payment_request.buyer_key IS 'The buyer''s name as names of departments are compared.';
COMMENT ON COLUMN payment_request.amount_fen IS 'Asked for in all, in fen.';
COMMENT ON COLUMN payment_request.paid_fen IS 'Paid on it less returned, in fen.';
COMMENT ON COLUMN payment_request.state IS 'submitted, approved, partly-paid, paid, closed, rejected, withdrawn or stale.';
COMMENT ON COLUMN payment_request.waits_for IS 'Role whose turn it is, or requester; NULL when it is over.';
COMMENT ON COLUMN payment_request.round IS '1, and one more each time it was confirmed again.';
COMMENT ON COLUMN payment_request.acted IS 'Names of those who asked or approved in this round.';
COMMENT ON COLUMN payment_request.requested_by IS 'Who raised it.';
COMMENT ON COLUMN payment_request.requested_at IS 'When it was raised.';
