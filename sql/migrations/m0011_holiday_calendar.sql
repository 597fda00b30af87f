-- What the calendar "CN" means where a user replaced the built-in one. Never changed: an old statement is computed with
-- the calendar of its time.
CREATE TABLE holiday_calendar (
    number integer NOT NULL CONSTRAINT holiday_calendar_pkey PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    csv bytea NOT NULL,
    CONSTRAINT holiday_calendar_number_positive CHECK (number >= 1),
    CONSTRAINT holiday_calendar_size CHECK (octet_length(csv) <= 1048576)
);

COMMENT ON TABLE holiday_calendar IS 'Statutory holidays and make-up working days in place of the built-in table; the last row is in force.';
COMMENT ON COLUMN holiday_calendar.number IS 'From 1 without gaps.';
COMMENT ON COLUMN holiday_calendar.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN holiday_calendar.recorded_by IS 'Who recorded it.';
COMMENT ON COLUMN holiday_calendar.csv IS 'The file as given: date,kind lines, kind being holiday or workday.';

CREATE TRIGGER holiday_calendar_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON holiday_calendar
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE holiday_calendar ENABLE ALWAYS TRIGGER holiday_calendar_append_only;
