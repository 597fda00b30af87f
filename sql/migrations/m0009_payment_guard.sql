-- What must never be, whatever the program does: money recorded as going out beyond an installment's payable or the
-- contract's price. Deferred to the commit, so that a payment and the position it belongs to are judged together.
-- Imported histories pass: they may contain overpayments, which the calculation flags.
CREATE FUNCTION payment_refuse_excess() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    price bigint;
    payable bigint;
    held bigint;
    paid_here numeric;
    paid_in_all numeric;
BEGIN
    IF current_setting('transaction_isolation') = 'repeatable read' THEN
        RAISE EXCEPTION 'payments are recorded under READ COMMITTED or SERIALIZABLE' USING
            ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = 'payment_isolation', TABLE = 'payment';
    END IF;
    -- The lock makes the payments of one contract wait for one another; the sums below see what was committed before.
    -- NO KEY: the foreign keys of others' new rows hold the key already, and each would wait for the other.
    SELECT price_fen INTO price FROM public.contract WHERE number = NEW.contract FOR NO KEY UPDATE;
    SELECT payable_fen, in_flight_fen INTO payable, held FROM public.installment_position
        WHERE contract = NEW.contract AND installment = NEW.installment;
    SELECT sum(amount_fen - returned_fen) FILTER (WHERE installment = NEW.installment), sum(amount_fen - returned_fen)
        INTO paid_here, paid_in_all FROM public.payment WHERE contract = NEW.contract AND NOT voided;
    IF payable IS NULL OR paid_here + held > payable THEN
        RAISE EXCEPTION 'a payment exceeds what is payable' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_payable', TABLE = 'payment';
    END IF;
    IF paid_in_all > price THEN
        RAISE EXCEPTION 'payments exceed the price' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_price', TABLE = 'payment';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION payment_refuse_excess() IS 'Refuses recorded payments beyond the installment''s payable (with what is in flight) or the contract''s price.';

CREATE CONSTRAINT TRIGGER payment_guard_insert AFTER INSERT ON payment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.origin = 'recorded' AND NOT NEW.voided) EXECUTE FUNCTION payment_refuse_excess();
-- What lowers the sum may pass, even where it stays too high.
CREATE CONSTRAINT TRIGGER payment_guard_update AFTER UPDATE ON payment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.origin = 'recorded' AND NOT NEW.voided AND (
        OLD.voided OR OLD.origin <> NEW.origin OR OLD.contract <> NEW.contract OR OLD.installment <> NEW.installment
        OR NEW.amount_fen - NEW.returned_fen > OLD.amount_fen - OLD.returned_fen))
    EXECUTE FUNCTION payment_refuse_excess();
ALTER TABLE payment ENABLE ALWAYS TRIGGER payment_guard_insert;
ALTER TABLE payment ENABLE ALWAYS TRIGGER payment_guard_update;
