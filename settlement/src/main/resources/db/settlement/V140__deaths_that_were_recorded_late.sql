-- Families report a death within weeks: what was tapped meanwhile is looked at when the register hears of it.
CREATE TABLE risk_death (
    holder_id   bigint PRIMARY KEY REFERENCES holder,
    deceased_on date NOT NULL,
    looked_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE risk_death IS 'holders whose taps after their death were looked at, and the day of death that was known then';
CREATE INDEX holder_deceased ON holder (holder_id) WHERE deceased_on IS NOT NULL;

-- A flag that comes after a day was looked at is looked at too, as long as the day is not paid.
CREATE TABLE lens_look (
    look_no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day         date NOT NULL REFERENCES lens_day,
    flags       bigint NOT NULL CHECK (flags >= 0),
    finished_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN lens_look.flags IS 'how many flags of the day this look saw';
CREATE INDEX lens_look_of_day ON lens_look (day, flags);
CREATE TRIGGER lens_look_is_append_only BEFORE UPDATE OR DELETE ON lens_look FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER lens_look_is_not_truncated BEFORE TRUNCATE ON lens_look FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
