-- What the work desk (工作台) adds up over all contracts of a department is read from indexes alone.
-- Due and overdue, soonest first.
CREATE INDEX installment_position_payable ON installment_position (buyer_key, status, due_on, contract, position)
    INCLUDE (outstanding_fen) WHERE status IN ('due', 'overdue');
-- What somebody has to do something about, by what it is.
CREATE INDEX installment_position_blocked ON installment_position (buyer_key, blocker, expected_on, contract, position)
    INCLUDE (outstanding_fen) WHERE blocker <> 'date';
-- Cash by month; those without a day too.
CREATE INDEX installment_position_cash ON installment_position (buyer_key, expected_on) INCLUDE (outstanding_fen)
    WHERE status NOT IN ('settled', 'cancelled');
-- The plan of a year, paid or not.
CREATE INDEX installment_position_plan ON installment_position (buyer_key, expected_on) INCLUDE (payable_fen)
    WHERE status <> 'cancelled' AND expected_on IS NOT NULL;
-- Holdbacks to be released.
CREATE INDEX installment_position_releases ON installment_position (buyer_key, expected_on, contract, position)
    INCLUDE (outstanding_fen) WHERE kind = 'holdback' AND status NOT IN ('settled', 'cancelled');
-- What requests hold.
CREATE INDEX installment_position_held ON installment_position (buyer_key) INCLUDE (in_flight_fen)
    WHERE in_flight_fen > 0;

ALTER TABLE payment ADD COLUMN buyer_key text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (lower(normalize(buyer, NFKC) COLLATE "C")) STORED;
COMMENT ON COLUMN payment.buyer_key IS 'The buyer''s name as names of departments are compared.';
-- Payments of a year by month.
CREATE INDEX payment_of_buyer ON payment (buyer_key, paid_on) INCLUDE (amount_fen, returned_fen) WHERE NOT voided;

ALTER TABLE contract ADD COLUMN supplier_key text COLLATE "C" NOT NULL
    GENERATED ALWAYS AS (lower(normalize(supplier, NFKC) COLLATE "C")) STORED;
COMMENT ON COLUMN contract.supplier_key IS 'The supplier''s name as recorded scales are found by.';
-- The contracts of suppliers whose scale is recorded.
CREATE INDEX contract_of_supplier ON contract (buyer_key, supplier_key) INCLUDE (number, signed_on);
