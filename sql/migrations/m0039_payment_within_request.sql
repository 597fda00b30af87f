-- What is paid on a request stays within what was approved, whatever the request's own row says. Judged at the commit,
-- as the other guards of payments, and serial by the lock on the contract's row.
CREATE FUNCTION payment_refuse_above_request() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    approved bigint;
    paid numeric;
BEGIN
    PERFORM FROM public.contract WHERE number = NEW.contract FOR NO KEY UPDATE;
    SELECT amount_fen INTO approved FROM public.payment_request
        WHERE id = NEW.request AND contract = NEW.contract AND installment = NEW.installment;
    SELECT sum(amount_fen - returned_fen) INTO paid FROM public.payment
        WHERE contract = NEW.contract AND request = NEW.request AND NOT voided;
    IF approved IS NULL OR paid > approved THEN
        RAISE EXCEPTION 'more is paid on a request than it asks for' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_request', TABLE = 'payment';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION payment_refuse_above_request() IS 'Refuses payments on a request beyond its amount, and on one that is none of the installment''s.';

CREATE CONSTRAINT TRIGGER payment_within_request_insert AFTER INSERT ON payment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.request IS NOT NULL AND NOT NEW.voided) EXECUTE FUNCTION payment_refuse_above_request();
CREATE CONSTRAINT TRIGGER payment_within_request_update AFTER UPDATE ON payment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.request IS NOT NULL AND NOT NEW.voided AND (
        OLD.voided OR OLD.request IS DISTINCT FROM NEW.request OR OLD.contract <> NEW.contract
        OR OLD.installment <> NEW.installment
        OR NEW.amount_fen - NEW.returned_fen > OLD.amount_fen - OLD.returned_fen))
    EXECUTE FUNCTION payment_refuse_above_request();
ALTER TABLE payment ENABLE ALWAYS TRIGGER payment_within_request_insert;
ALTER TABLE payment ENABLE ALWAYS TRIGGER payment_within_request_update;
