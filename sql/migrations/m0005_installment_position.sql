-- One row an installment: the work list over all contracts, and what the guards compare with.
CREATE TABLE installment_position (
    contract text COLLATE "C" NOT NULL
        CONSTRAINT installment_position_contract REFERENCES contract ON DELETE CASCADE,
    installment text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    buyer text NOT NULL,
    buyer_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(normalize(buyer, NFKC) COLLATE "C")) STORED,
    label text NOT NULL,
    kind text COLLATE "C" NOT NULL,
    gross_fen bigint NOT NULL,
    deducted_fen bigint NOT NULL,
    recovered_fen bigint NOT NULL,
    withheld_fen bigint NOT NULL,
    payable_fen bigint NOT NULL,
    paid_fen bigint NOT NULL,
    outstanding_fen bigint NOT NULL,
    overpaid_fen bigint NOT NULL,
    in_flight_fen bigint NOT NULL,
    status text COLLATE "C" NOT NULL,
    started_on date,
    due_on date,
    blocked_by text[] NOT NULL,
    CONSTRAINT installment_position_pkey PRIMARY KEY (contract, installment),
    CONSTRAINT installment_position_balance CHECK (outstanding_fen - overpaid_fen = payable_fen - paid_fen),
    CONSTRAINT installment_position_in_flight CHECK (in_flight_fen >= 0),
    CONSTRAINT installment_position_status CHECK (
        status IN ('cancelled', 'settled', 'undetermined', 'blocked', 'overdue', 'due'))
) WITH (fillfactor = 85);

-- The work list: what is open of one department, soonest first, those without a date last; with all that its sums need.
CREATE INDEX installment_position_open ON installment_position
    (buyer_key, (coalesce(due_on, 'infinity'::date)), contract, position) INCLUDE (status, outstanding_fen)
    WHERE status NOT IN ('settled', 'cancelled');
-- The same for those who see all departments.
CREATE INDEX installment_position_open_anywhere ON installment_position
    ((coalesce(due_on, 'infinity'::date)), contract, position) WHERE status NOT IN ('settled', 'cancelled');

COMMENT ON TABLE installment_position IS 'Each installment''s figures and status on the contract''s as_of (payable.md, section 4); rebuilt from the journal.';
COMMENT ON COLUMN installment_position.contract IS 'Number of the contract.';
COMMENT ON COLUMN installment_position.installment IS 'Id of the installment (分期) in the terms in force.';
COMMENT ON COLUMN installment_position.position IS 'Place in the schedule, from 0.';
COMMENT ON COLUMN installment_position.buyer IS 'Buyer (采购人) in the terms in force.';
COMMENT ON COLUMN installment_position.buyer_key IS 'The buyer''s name as names of departments are compared.';
COMMENT ON COLUMN installment_position.label IS 'Label in the terms.';
COMMENT ON COLUMN installment_position.kind IS 'advance, milestone, periodic, assessed or holdback.';
COMMENT ON COLUMN installment_position.gross_fen IS 'Gross of the schedule, in fen.';
COMMENT ON COLUMN installment_position.deducted_fen IS 'Deducted here by its assessment, in fen.';
COMMENT ON COLUMN installment_position.recovered_fen IS 'Recovered here of what earlier installments owe back, in fen.';
COMMENT ON COLUMN installment_position.withheld_fen IS 'Withheld here for a holdback (扣留), in fen.';
COMMENT ON COLUMN installment_position.payable_fen IS 'Payable (应付), in fen.';
COMMENT ON COLUMN installment_position.paid_fen IS 'Paid less returned, in fen.';
COMMENT ON COLUMN installment_position.outstanding_fen IS 'Payable but not paid, in fen.';
COMMENT ON COLUMN installment_position.overpaid_fen IS 'Paid beyond the payable, in fen.';
COMMENT ON COLUMN installment_position.in_flight_fen IS 'Held by open payment requests (付款申请), in fen.';
COMMENT ON COLUMN installment_position.status IS 'cancelled, settled, undetermined, blocked, overdue or due.';
COMMENT ON COLUMN installment_position.started_on IS 'Day on which its clock started; NULL while it has not.';
COMMENT ON COLUMN installment_position.due_on IS 'Due date; NULL while there is none.';
COMMENT ON COLUMN installment_position.blocked_by IS 'What blocks it, in the order of payable.md, section 4.';
