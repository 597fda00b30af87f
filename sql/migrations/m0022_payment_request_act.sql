-- Nobody acts twice on one request in one round: not as requester and approver, not for two roles.
CREATE TABLE payment_request_act (
    request text COLLATE "C" NOT NULL
        CONSTRAINT payment_request_act_request REFERENCES payment_request ON DELETE CASCADE,
    entry integer NOT NULL,
    round integer NOT NULL,
    actor text NOT NULL,
    act text COLLATE "C" NOT NULL,
    CONSTRAINT payment_request_act_pkey PRIMARY KEY (request, entry),
    CONSTRAINT payment_request_act_once UNIQUE (request, round, actor),
    CONSTRAINT payment_request_act_known CHECK (act IN ('requester', 'section-head', 'finance', 'head'))
);

COMMENT ON TABLE payment_request_act IS 'Who asked for and who approved each payment request; rebuilt from the journal.';
COMMENT ON COLUMN payment_request_act.request IS 'Id of the request.';
COMMENT ON COLUMN payment_request_act.entry IS 'Number of the entry in the contract''s journal.';
COMMENT ON COLUMN payment_request_act.round IS '1, and one more after each confirmation.';
COMMENT ON COLUMN payment_request_act.actor IS 'Name of the account.';
COMMENT ON COLUMN payment_request_act.act IS 'requester, or the role approved for.';

-- Nor does the treasury pay what the same person asked for or approved. The journal names who recorded the payment.
CREATE FUNCTION payment_refuse_own_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Of the round in which it was paid.
    PERFORM FROM public.journal AS j
        JOIN public.payment_request_act AS a ON a.request = NEW.request AND a.entry < j.number
        WHERE j.contract = NEW.contract AND j.fact_id = NEW.fact_id AND a.actor = j.recorded_by AND a.round = (
            SELECT max(b.round) FROM public.payment_request_act AS b
            WHERE b.request = NEW.request AND b.entry < j.number);
    IF FOUND THEN
        RAISE EXCEPTION 'a payment is made by somebody who acted on its request' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'payment_by_another', TABLE = 'payment';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION payment_refuse_own_request() IS 'Refuses payments by whoever asked for or approved them.';

CREATE CONSTRAINT TRIGGER payment_by_another AFTER INSERT ON payment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.request IS NOT NULL) EXECUTE FUNCTION payment_refuse_own_request();
ALTER TABLE payment ENABLE ALWAYS TRIGGER payment_by_another;
