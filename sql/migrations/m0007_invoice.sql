-- One row an invoice fact. A supplier's invoice number is used once.
CREATE TABLE invoice (
    contract text COLLATE "C" NOT NULL CONSTRAINT invoice_contract REFERENCES contract ON DELETE CASCADE,
    fact_id text COLLATE "C" NOT NULL,
    installment text COLLATE "C" NOT NULL,
    supplier text COLLATE "C" NOT NULL,
    number text COLLATE "C" NOT NULL,
    invoiced_on date NOT NULL,
    amount_fen bigint NOT NULL,
    voided boolean NOT NULL,
    CONSTRAINT invoice_pkey PRIMARY KEY (contract, fact_id),
    CONSTRAINT invoice_number_size CHECK (octet_length(number) <= 200)
);

CREATE UNIQUE INDEX invoice_number_once ON invoice (supplier, number) WHERE NOT voided;

COMMENT ON TABLE invoice IS 'Each invoice (发票) received; rebuilt from the journal.';
COMMENT ON COLUMN invoice.contract IS 'Number of the contract.';
COMMENT ON COLUMN invoice.fact_id IS 'Id of the invoice fact.';
COMMENT ON COLUMN invoice.installment IS 'Id of the installment invoiced.';
COMMENT ON COLUMN invoice.supplier IS 'Supplier (供应商) who issued it.';
COMMENT ON COLUMN invoice.number IS 'Number of the invoice (发票号码).';
COMMENT ON COLUMN invoice.invoiced_on IS 'Day on which it was received.';
COMMENT ON COLUMN invoice.amount_fen IS 'Amount invoiced, in fen.';
COMMENT ON COLUMN invoice.voided IS 'Whether a later fact voided it.';
