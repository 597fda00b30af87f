-- One row an assessment that has a result, recorded or combined.
CREATE TABLE assessment_result (
    contract text COLLATE "C" NOT NULL CONSTRAINT assessment_result_contract REFERENCES contract ON DELETE CASCADE,
    assessment text COLLATE "C" NOT NULL,
    label text NOT NULL,
    score numeric NOT NULL,
    assessed_on date NOT NULL,
    deduction_fen bigint NOT NULL,
    settled boolean NOT NULL,
    doubt text COLLATE "C",
    fact_id text COLLATE "C",
    CONSTRAINT assessment_result_pkey PRIMARY KEY (contract, assessment),
    CONSTRAINT assessment_result_doubt_known CHECK (doubt IN ('gap', 'veto'))
) WITH (fillfactor = 90);

COMMENT ON TABLE assessment_result IS 'What stands of each assessment (考核) on the contract''s as_of (payable.md 2.3); rebuilt from the journal.';
COMMENT ON COLUMN assessment_result.contract IS 'Number of the contract.';
COMMENT ON COLUMN assessment_result.assessment IS 'Id of the assessment in the terms in force.';
COMMENT ON COLUMN assessment_result.label IS 'Its label.';
COMMENT ON COLUMN assessment_result.score IS 'Score of the round that stands, as recorded or combined.';
COMMENT ON COLUMN assessment_result.assessed_on IS 'Day of the result; of a combined one, of its latest part.';
COMMENT ON COLUMN assessment_result.deduction_fen IS 'Sum of its lines of deduction (扣减), in fen.';
COMMENT ON COLUMN assessment_result.settled IS 'Whether it is final.';
COMMENT ON COLUMN assessment_result.doubt IS 'Why no rule says what it costs: gap or veto; NULL for no doubt.';
COMMENT ON COLUMN assessment_result.fact_id IS 'Id of the fact of the standing round; NULL for a combined assessment.';
