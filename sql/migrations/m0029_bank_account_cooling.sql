-- How long a confirmed change of a supplier's bank account waits before it is in force: time to notice a fraud.
ALTER TABLE department ADD COLUMN bank_account_cooling_hours integer NOT NULL DEFAULT 24
    CONSTRAINT department_cooling_form CHECK (bank_account_cooling_hours BETWEEN 0 AND 336);

COMMENT ON COLUMN department.bank_account_cooling_hours IS 'Hours from the confirmation of a supplier''s bank account until it is in force; 0 to 14 days. Counts for confirmations from now on.';
