-- Every assessment of the terms has a row, also where it has no result yet, with what it waits for and the installment
-- that waits for it: the work list of assessments over all contracts.
ALTER TABLE assessment_result
    ALTER COLUMN score DROP NOT NULL,
    ALTER COLUMN assessed_on DROP NOT NULL,
    ADD COLUMN position integer NOT NULL DEFAULT 0,
    ADD COLUMN buyer text NOT NULL DEFAULT '',
    ADD COLUMN buyer_key text COLLATE "C" NOT NULL
        GENERATED ALWAYS AS (lower(normalize(buyer, NFKC) COLLATE "C")) STORED,
    ADD COLUMN state text COLLATE "C" NOT NULL DEFAULT 'settled',
    ADD COLUMN round integer,
    ADD COLUMN installment text COLLATE "C",
    ADD COLUMN installment_label text,
    ADD COLUMN outstanding_fen bigint NOT NULL DEFAULT 0,
    ADD COLUMN due_on date,
    ADD COLUMN stage text COLLATE "C" NOT NULL GENERATED ALWAYS AS (CASE
        WHEN state IN ('missing', 'rectification', 'ruling') THEN 'waiting'
        WHEN state = 'upcoming' THEN 'upcoming' ELSE 'over' END) STORED,
    ADD CONSTRAINT assessment_result_state_known
        CHECK (state IN ('upcoming', 'missing', 'rectification', 'ruling', 'settled', 'lapsed')),
    ADD CONSTRAINT assessment_result_whole CHECK ((score IS NULL) = (assessed_on IS NULL)),
    ADD CONSTRAINT assessment_result_installment_whole CHECK ((installment IS NULL) = (installment_label IS NULL));
ALTER TABLE assessment_result
    ALTER COLUMN position DROP DEFAULT,
    ALTER COLUMN buyer DROP DEFAULT,
    ALTER COLUMN state DROP DEFAULT,
    ALTER COLUMN outstanding_fen DROP DEFAULT;
-- What is recorded already gets its rows when the lists are asked for next: every contract is due to be computed afresh.
UPDATE contract SET as_of = as_of - 1, next_change_on = as_of;

-- What waits of one department, soonest first, those without a date last; what comes; what is over, latest first.
CREATE INDEX assessment_result_of_buyer ON assessment_result
    (buyer_key, stage, (coalesce(due_on, 'infinity'::date)), contract, position);
CREATE INDEX assessment_result_over ON assessment_result
    (buyer_key, (coalesce(assessed_on, '-infinity'::date)), contract, position) WHERE stage = 'over';
-- The same for those who see all departments.
CREATE INDEX assessment_result_anywhere ON assessment_result
    (stage, (coalesce(due_on, 'infinity'::date)), contract, position);

COMMENT ON TABLE assessment_result IS 'Each assessment (考核) as it stands on the contract''s as_of (payable.md 2.3), also without a result; rebuilt from the journal.';
COMMENT ON COLUMN assessment_result.score IS 'Score of the round that stands, as recorded or combined; NULL without a result.';
COMMENT ON COLUMN assessment_result.assessed_on IS 'Day of the result; of a combined one, of its latest part; NULL without a result.';
COMMENT ON COLUMN assessment_result.position IS 'Place among the assessments of the terms, from 0.';
COMMENT ON COLUMN assessment_result.buyer IS 'Buyer (采购人) in the terms in force.';
COMMENT ON COLUMN assessment_result.buyer_key IS 'The buyer''s name as names of departments are compared.';
COMMENT ON COLUMN assessment_result.state IS 'What it waits for: upcoming, missing, rectification (整改), ruling (裁定), settled or lapsed.';
COMMENT ON COLUMN assessment_result.round IS 'Round that stands; NULL for a combined assessment, and without a result.';
COMMENT ON COLUMN assessment_result.installment IS 'Id of the first installment that it decides on, directly or in a combination; NULL for none.';
COMMENT ON COLUMN assessment_result.installment_label IS 'Its label.';
COMMENT ON COLUMN assessment_result.outstanding_fen IS 'Outstanding of that installment, in fen.';
COMMENT ON COLUMN assessment_result.due_on IS 'Due date of that installment; NULL while there is none.';
COMMENT ON COLUMN assessment_result.stage IS 'waiting (somebody has to do something), upcoming or over.';
