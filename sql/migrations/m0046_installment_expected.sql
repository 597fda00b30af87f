-- What a work desk asks of each installment and only the calculation knows: the day before which it cannot be due, to
-- plan cash with, and what it waits for first. Contracts that are there already are computed afresh by the first who
-- reads a list, as after a night.
ALTER TABLE installment_position
    ADD COLUMN expected_on date,
    ADD COLUMN blocker text COLLATE "C"
        CONSTRAINT installment_position_blocker CHECK (
            blocker IN ('ruling', 'rectification', 'assessment', 'invoice', 'objection', 'event', 'date'));

COMMENT ON COLUMN installment_position.expected_on IS 'The due date, or a day before which there cannot be one; NULL where the terms tell none.';
COMMENT ON COLUMN installment_position.blocker IS 'What it waits for first: ruling, rectification, assessment, invoice, objection, event, or date while a day has to come; NULL unless blocked or undetermined.';

UPDATE contract SET as_of = as_of - 1, next_change_on = as_of;
