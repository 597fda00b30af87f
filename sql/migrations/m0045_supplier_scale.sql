-- The scale of suppliers (供应商规模) as departments recorded it: the Regulation on payments to small and medium
-- enterprises protects by the scale at the signing (《保障中小企业款项支付条例》 art. 3). Follows from acts in the journal
-- of the office and may be rebuilt from it; a later entry about the same day takes the place of an earlier one.
CREATE TABLE supplier_scale (
    buyer_key text COLLATE "C" NOT NULL CONSTRAINT supplier_scale_department REFERENCES department (name_key),
    supplier text NOT NULL,
    supplier_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(normalize(supplier, NFKC) COLLATE "C")) STORED,
    since date NOT NULL,
    entry integer NOT NULL,
    scale text COLLATE "C" NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT supplier_scale_pkey PRIMARY KEY (buyer_key, supplier_key, since, entry),
    CONSTRAINT supplier_scale_known CHECK (scale IN ('micro', 'small', 'medium', 'large', 'unknown')),
    CONSTRAINT supplier_scale_supplier_form CHECK (
        octet_length(supplier) BETWEEN 1 AND 600 AND supplier IS NFC NORMALIZED
        AND supplier_key = btrim(supplier_key) AND supplier_key <> ''
        AND supplier !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
);

COMMENT ON TABLE supplier_scale IS 'Each recorded scale of a supplier in a department; rebuilt from the journal of the office.';
COMMENT ON COLUMN supplier_scale.buyer_key IS 'The department whose contracts it is about, its name as compared.';
COMMENT ON COLUMN supplier_scale.supplier IS 'Name of the supplier (供应商).';
COMMENT ON COLUMN supplier_scale.supplier_key IS 'The name as compared: NFKC, a to z for A to Z.';
COMMENT ON COLUMN supplier_scale.since IS 'Contracts signed from this day on; 0001-01-01 for all.';
COMMENT ON COLUMN supplier_scale.entry IS 'Number of the act in the journal of the office.';
COMMENT ON COLUMN supplier_scale.scale IS 'micro, small, medium, large or unknown (中小企业划型标准规定).';
COMMENT ON COLUMN supplier_scale.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN supplier_scale.recorded_by IS 'Who recorded it.';
