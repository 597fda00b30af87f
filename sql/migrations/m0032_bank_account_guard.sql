-- One proposal of a supplier is open at a time, and what is decided stays decided. A confirmed one waits out the
-- department's cooling time, and can be stopped only as long as it waits.
CREATE FUNCTION bank_account_refuse_second_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.bank_account_proposal p JOIN public.bank_account_decision d ON d.proposal = p.id
        WHERE p.department = NEW.department AND p.supplier_key = NEW.supplier_key AND p.number = NEW.number - 1)
    THEN
        RAISE EXCEPTION 'the proposal before this one is open' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'bank_account_one_open', TABLE = 'bank_account_proposal';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION bank_account_refuse_second_proposal() IS 'Refuses a proposal while the one before it is open.';

CREATE FUNCTION bank_account_refuse_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    cooling interval;
    proposed timestamptz;
BEGIN
    SELECT make_interval(hours => d.bank_account_cooling_hours), p.proposed_at INTO cooling, proposed
        FROM public.bank_account_proposal p JOIN public.department d ON d.id = p.department WHERE p.id = NEW.proposal;
    IF NEW.decided_at < proposed OR NEW.effective_at < NEW.decided_at + cooling THEN
        RAISE EXCEPTION 'in force before its time' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'bank_account_cooling', TABLE = 'bank_account_decision';
    END IF;
    IF NEW.number = 2 AND NOT EXISTS (
        SELECT FROM public.bank_account_decision
        WHERE proposal = NEW.proposal AND number = 1 AND decision = 'confirmed'
            AND NEW.decided_at >= decided_at AND NEW.decided_at < effective_at)
    THEN
        RAISE EXCEPTION 'the proposal is decided' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'bank_account_decided', TABLE = 'bank_account_decision';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION bank_account_refuse_decision() IS 'Refuses a decision against the cooling time or on what is decided.';

CREATE TRIGGER bank_account_proposal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_account_proposal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_account_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_account_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_account_proposal_guard AFTER INSERT ON bank_account_proposal
    FOR EACH ROW WHEN (NEW.number > 1) EXECUTE FUNCTION bank_account_refuse_second_proposal();
CREATE TRIGGER bank_account_decision_guard AFTER INSERT ON bank_account_decision
    FOR EACH ROW EXECUTE FUNCTION bank_account_refuse_decision();
ALTER TABLE bank_account_proposal ENABLE ALWAYS TRIGGER bank_account_proposal_append_only;
ALTER TABLE bank_account_decision ENABLE ALWAYS TRIGGER bank_account_decision_append_only;
ALTER TABLE bank_account_proposal ENABLE ALWAYS TRIGGER bank_account_proposal_guard;
ALTER TABLE bank_account_decision ENABLE ALWAYS TRIGGER bank_account_decision_guard;
