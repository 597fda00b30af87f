-- One row a payment fact, dated ahead or not. A voucher is used once by a buyer in a year.
CREATE TABLE payment (
    contract text COLLATE "C" NOT NULL CONSTRAINT payment_contract REFERENCES contract ON DELETE CASCADE,
    fact_id text COLLATE "C" NOT NULL,
    installment text COLLATE "C" NOT NULL,
    buyer text COLLATE "C" NOT NULL,
    paid_on date NOT NULL,
    year integer NOT NULL,
    voucher text COLLATE "C",
    fund_source text,
    amount_fen bigint NOT NULL,
    returned_fen bigint NOT NULL,
    origin text COLLATE "C" NOT NULL,
    request text COLLATE "C",
    voided boolean NOT NULL,
    CONSTRAINT payment_pkey PRIMARY KEY (contract, fact_id),
    CONSTRAINT payment_positive CHECK (amount_fen > 0),
    CONSTRAINT payment_returned_within_amount CHECK (returned_fen BETWEEN 0 AND amount_fen),
    CONSTRAINT payment_year_of_day CHECK (year = date_part('year', paid_on)),
    CONSTRAINT payment_voucher_size CHECK (octet_length(voucher) <= 200),
    CONSTRAINT payment_origin_known CHECK (origin IN ('imported', 'recorded'))
);

CREATE UNIQUE INDEX payment_voucher_once ON payment (buyer, year, voucher) WHERE voucher IS NOT NULL AND NOT voided;

-- A payment on a request is found by its fact's id alone.
CREATE UNIQUE INDEX payment_on_request ON payment (fact_id) WHERE request IS NOT NULL;

COMMENT ON TABLE payment IS 'Each payment (支付) and what came back of it; rebuilt from the journal.';
COMMENT ON COLUMN payment.contract IS 'Number of the contract.';
COMMENT ON COLUMN payment.fact_id IS 'Id of the paid fact.';
COMMENT ON COLUMN payment.installment IS 'Id of the installment paid.';
COMMENT ON COLUMN payment.buyer IS 'Buyer (采购人) who paid.';
COMMENT ON COLUMN payment.paid_on IS 'Day of the payment.';
COMMENT ON COLUMN payment.year IS 'Its year: vouchers are numbered by year.';
COMMENT ON COLUMN payment.voucher IS 'Number of the voucher (凭证号); NULL where none is known.';
COMMENT ON COLUMN payment.fund_source IS 'Source of the funds (资金来源); NULL where none is known.';
COMMENT ON COLUMN payment.amount_fen IS 'Amount paid, in fen.';
COMMENT ON COLUMN payment.returned_fen IS 'Returned of it (退回), in fen; returns that name no payment fall on the latest ones.';
COMMENT ON COLUMN payment.origin IS 'imported as a part of a history, or recorded when it happened.';
COMMENT ON COLUMN payment.request IS 'Id of the payment request it was made on; NULL for what was recorded without one.';
COMMENT ON COLUMN payment.voided IS 'Whether a later fact voided it.';
