-- Open payment requests hold no more than is left to pay. Only a rise is judged: the payable may fall under what is
-- held already, and then the requests go stale instead. AFTER, since BEFORE would make COPY insert row by row.
CREATE FUNCTION installment_position_refuse_excess() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'more is in flight than is left to pay' USING
        ERRCODE = 'check_violation', CONSTRAINT = 'in_flight_within_payable', TABLE = 'installment_position';
END $$;
COMMENT ON FUNCTION installment_position_refuse_excess() IS 'Refuses holding more for payment requests than is left to pay.';

CREATE TRIGGER in_flight_guard_insert AFTER INSERT ON installment_position
    FOR EACH ROW WHEN (NEW.in_flight_fen > 0 AND NEW.paid_fen + NEW.in_flight_fen > NEW.payable_fen)
    EXECUTE FUNCTION installment_position_refuse_excess();
CREATE TRIGGER in_flight_guard_update AFTER UPDATE OF in_flight_fen ON installment_position
    FOR EACH ROW WHEN (NEW.in_flight_fen > OLD.in_flight_fen AND NEW.paid_fen + NEW.in_flight_fen > NEW.payable_fen)
    EXECUTE FUNCTION installment_position_refuse_excess();
ALTER TABLE installment_position ENABLE ALWAYS TRIGGER in_flight_guard_insert;
ALTER TABLE installment_position ENABLE ALWAYS TRIGGER in_flight_guard_update;
