-- What belongs to no contract (roles, calendars, keys, exports) is recorded too: in a journal of the office, whose
-- contract is the empty name, chained and sealed as every other one.
ALTER TABLE journal
    DROP CONSTRAINT journal_contract_size,
    DROP CONSTRAINT journal_registered_first,
    DROP CONSTRAINT journal_fact_named,
    ADD CONSTRAINT journal_contract_size CHECK (octet_length(contract) <= 200),
    ADD CONSTRAINT journal_office CHECK ((contract = '') = (kind = 'office')),
    ADD CONSTRAINT journal_registered_first CHECK ((number = 1 AND contract <> '') = (kind = 'registered')),
    ADD CONSTRAINT journal_fact_named CHECK (
        (fact_id IS NULL) = (number = 1 OR kind LIKE 'request-%' OR kind = 'office'));
COMMENT ON COLUMN journal.contract IS 'Number of the contract (合同编号); empty for the journal of the office.';
COMMENT ON COLUMN journal.kind IS 'registered, the kind of fact (payable.md 2.4), the step of a payment request, or office.';
