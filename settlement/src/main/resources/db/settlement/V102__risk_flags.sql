-- From where on something looks wrong; the city changes the values. Names and meaning: RiskLimits, docs/operations.md.
CREATE TABLE risk_limit (
    name    text PRIMARY KEY CHECK (name IN (
                'TRAVEL_KMH', 'TRAVEL_METRES', 'CLOCK_SLACK_SECONDS', 'JOURNEY_MINUTES', 'MEAL_TRANSIT_SECONDS',
                'MEAL_TRANSIT_METRES', 'BURST_MEALS', 'BURST_SECONDS', 'SERIAL_RUN', 'SERIAL_GAP_SECONDS', 'REPLAYS',
                'REPLAY_SECONDS')),
    value   int NOT NULL CHECK (value BETWEEN 1 AND 100000),
    meaning text NOT NULL
);
INSERT INTO risk_limit (name, value, meaning)
VALUES ('TRAVEL_KMH', 120, 'faster than this between two taps is impossible'),
       ('TRAVEL_METRES', 2000, 'nearer than this is one place'),
       ('CLOCK_SLACK_SECONDS', 60, 'how far the clocks of two terminals may disagree'),
       ('JOURNEY_MINUTES', 240, 'how long a metro journey may take'),
       ('MEAL_TRANSIT_SECONDS', 600, 'a meal and a ride with no more than this between them'),
       ('MEAL_TRANSIT_METRES', 5000, 'and at least this far apart'),
       ('BURST_MEALS', 12, 'subsidised meals of different holders at one terminal'),
       ('BURST_SECONDS', 60, 'within this time'),
       ('SERIAL_RUN', 6, 'cards in the order of issue, one after the other at one terminal'),
       ('SERIAL_GAP_SECONDS', 60, 'with no more than this between one and the next'),
       ('REPLAYS', 3, 'declined replays of one card'),
       ('REPLAY_SECONDS', 3600, 'within this time');

-- A question about a tap for whoever pays its vendor. It refuses nobody and names nobody. What became of it is for the
-- settlement lens to keep, in a table of its own.
CREATE TABLE risk_flag (
    flag_id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind               text NOT NULL CHECK (kind IN (
                           'IMPOSSIBLE_TRAVEL', 'OVERLAPPING_JOURNEYS', 'TERMINAL_BURST', 'MEAL_AND_DISTANT_TRANSIT',
                           'TAP_AFTER_DEATH', 'TAP_AFTER_STOP', 'GOOD_FAITH_TAP', 'SEQUENCE_REUSED',
                           'COUNTER_REPLAYED')),
    score              smallint NOT NULL CHECK (score BETWEEN 0 AND 100),
    day                date NOT NULL,
    vendor_id          int NOT NULL,
    tap_date           date NOT NULL,
    terminal_id        bigint NOT NULL,
    terminal_seq       bigint NOT NULL,
    holder_id          bigint NOT NULL,
    other_tap_date     date,
    other_terminal_id  bigint,
    other_terminal_seq bigint,
    other_holder_id    bigint,
    evidence           jsonb NOT NULL CHECK (jsonb_typeof(evidence) = 'object'),
    first_seen_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (num_nulls(other_tap_date, other_terminal_id, other_terminal_seq, other_holder_id) IN (0, 4)),
    CONSTRAINT flagged_once UNIQUE NULLS NOT DISTINCT (
        tap_date, terminal_id, terminal_seq, holder_id, kind,
        other_tap_date, other_terminal_id, other_terminal_seq, other_holder_id)
);
COMMENT ON COLUMN risk_flag.day IS 'the business day its tap is cleared in';
COMMENT ON COLUMN risk_flag.score IS '0 to 100: how hard it is to explain innocently';
CREATE INDEX risk_flag_of_day ON risk_flag (day, flag_id);
CREATE INDEX risk_flag_of_kind ON risk_flag (kind, flag_id);
CREATE INDEX risk_flag_of_vendor ON risk_flag (vendor_id, day);
CREATE TRIGGER risk_flag_is_append_only BEFORE UPDATE OR DELETE ON risk_flag
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER risk_flag_is_not_truncated BEFORE TRUNCATE ON risk_flag
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Up to when each pass has seen every tap that was received.
CREATE TABLE risk_watermark (
    pass           text PRIMARY KEY CHECK (pass IN ('PROMPT', 'LATE')),
    received_up_to timestamptz NOT NULL
);

-- Business days whose taps were all looked at once more after they were cleared.
CREATE TABLE risk_day (
    day         date PRIMARY KEY REFERENCES business_day,
    finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_by text NOT NULL
);
INSERT INTO risk_day (day, finished_by)
SELECT day, 'cleared before taps were looked at' FROM business_day WHERE cleared_at IS NOT NULL;
