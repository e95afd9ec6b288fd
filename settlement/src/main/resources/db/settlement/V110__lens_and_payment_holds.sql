-- What the lens before payment judges by; the city changes the values. Names and meaning: LensLimits.
CREATE TABLE lens_limit (
    name    text PRIMARY KEY CHECK (name IN (
                'LEAST_MEALS', 'LEAST_CANTEENS', 'OUTLIER_TENTHS', 'SHARE_FLOOR_PERMILLE', 'HEAD_FLOOR_FEN', 'OUTSIDE_TAPS')),
    value   int NOT NULL CHECK (value BETWEEN 1 AND 100000),
    meaning text NOT NULL
);
INSERT INTO lens_limit (name, value, meaning)
VALUES ('LEAST_MEALS', 30, 'meals that a canteen must have served on the day to be compared'),
       ('LEAST_CANTEENS', 5, 'canteens of a district with enough meals; with fewer nothing is compared'),
       ('OUTLIER_TENTHS', 35, 'tenths of a spread above the median from which on a canteen is out of line'),
       ('SHARE_FLOOR_PERMILLE', 50, 'the spread of shares of subsidised meals is taken to be at least this'),
       ('HEAD_FLOOR_FEN', 60, 'the spread of subsidies a head is taken to be at least this'),
       ('OUTSIDE_TAPS', 3, 'approved taps of a vendor on a day outside the hours of its kind');

-- From and to when such a place is open, in Shenzhen; past midnight when it closes before it opens. No hours: at any
-- time. The score above which the house holds a day's money by itself; no score: it never does.
CREATE TABLE lens_vendor_kind (
    kind            text PRIMARY KEY CHECK (kind IN ('BUS', 'METRO', 'CANTEEN', 'ALLOWANCE_DESK', 'VENUE', 'HOME_CARE')),
    open_from       time,
    open_to         time,
    auto_hold_score int CHECK (auto_hold_score > 0),
    CHECK ((open_from IS NULL) = (open_to IS NULL)),
    CHECK (open_from <> open_to),
    CHECK (date_trunc('minute', open_from) = open_from AND date_trunc('minute', open_to) = open_to)
);
INSERT INTO lens_vendor_kind (kind, open_from, open_to, auto_hold_score)
VALUES ('BUS', NULL, NULL, NULL), ('METRO', '05:30', '01:30', NULL), ('CANTEEN', '06:30', '20:00', 250),
       ('ALLOWANCE_DESK', '07:30', '20:30', NULL), ('VENUE', '05:30', '23:00', 250), ('HOME_CARE', '06:00', '22:00', 250);

-- The kinds that speak about the vendor and not only about a holder: their scores add up to a hold.
CREATE TABLE lens_counted_kind (kind text PRIMARY KEY);
INSERT INTO lens_counted_kind (kind)
VALUES ('TERMINAL_BURST'), ('MEAL_AND_DISTANT_TRANSIT'), ('TAP_AFTER_DEATH'), ('OUTSIDE_HOURS'),
       ('SUBSIDISED_SHARE'), ('SUBSIDY_PER_HEAD');

-- Findings ------------------------------------------------------------------------------------------------------------

-- Something about a vendor's business day as a whole, as risk_flag is about single taps.
CREATE TABLE vendor_finding (
    finding_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day        date NOT NULL REFERENCES business_day,
    vendor_id  int NOT NULL REFERENCES vendor,
    kind       text NOT NULL CHECK (kind IN ('OUTSIDE_HOURS', 'SUBSIDISED_SHARE', 'SUBSIDY_PER_HEAD')),
    score      smallint NOT NULL CHECK (score BETWEEN 0 AND 100),
    evidence   jsonb NOT NULL CHECK (jsonb_typeof(evidence) = 'object'),
    found_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    open_from  time,
    open_to    time,
    CONSTRAINT found_once UNIQUE (day, vendor_id, kind),
    CHECK ((kind = 'OUTSIDE_HOURS') = (open_from IS NOT NULL AND open_to IS NOT NULL))
);
CREATE INDEX vendor_finding_of_vendor ON vendor_finding (vendor_id, day);
COMMENT ON COLUMN vendor_finding.open_from IS 'the hours that it was judged by';

-- What payers were to pay for the taps that a finding is about.
CREATE TABLE vendor_finding_money (
    finding_no bigint NOT NULL REFERENCES vendor_finding,
    payer      smallint NOT NULL CHECK (payer BETWEEN 1 AND 11),
    service    smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    fen        bigint NOT NULL CHECK (fen > 0),
    PRIMARY KEY (finding_no, payer, service)
);

-- Days that the lens has looked at as a whole.
CREATE TABLE lens_day (
    day         date PRIMARY KEY REFERENCES business_day,
    finished_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What became of flags and findings -------------------------------------------------------------------------------------

-- One after the other; the last one holds. Each follows the one that whoever wrote it had seen, once.
CREATE TABLE lens_disposition (
    disposition_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    flag_id        bigint REFERENCES risk_flag,
    finding_no     bigint REFERENCES vendor_finding,
    verdict        text NOT NULL CHECK (verdict IN ('EXPLAINED', 'CONFIRMED', 'REOPENED')),
    reason         text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    staff_id       bigint NOT NULL,
    actor          text NOT NULL,
    at             timestamptz NOT NULL,
    follows        bigint REFERENCES lens_disposition,
    CHECK (num_nonnulls(flag_id, finding_no) = 1),
    CONSTRAINT one_follows_one UNIQUE NULLS NOT DISTINCT (flag_id, finding_no, follows)
);
CREATE INDEX lens_disposition_of_flag ON lens_disposition (flag_id, disposition_no DESC) WHERE flag_id IS NOT NULL;
CREATE INDEX lens_disposition_of_finding ON lens_disposition (finding_no, disposition_no DESC)
    WHERE finding_no IS NOT NULL;

-- All that speaks about a vendor's day, with what became of it last. verdict null: nobody has said anything, or it was
-- opened again.
CREATE VIEW lens_item AS
SELECT 'FLAG' AS source, f.flag_id AS number, f.day, f.vendor_id, f.kind, f.score, f.evidence, f.first_seen_at AS seen_at,
       nullif(d.verdict, 'REOPENED') AS verdict, d.disposition_no
FROM risk_flag f
LEFT JOIN LATERAL (SELECT verdict, disposition_no FROM lens_disposition
                   WHERE flag_id = f.flag_id ORDER BY disposition_no DESC LIMIT 1) d ON true
UNION ALL
SELECT 'FINDING', v.finding_no, v.day, v.vendor_id, v.kind, v.score, v.evidence, v.found_at,
       nullif(d.verdict, 'REOPENED'), d.disposition_no
FROM vendor_finding v
LEFT JOIN LATERAL (SELECT verdict, disposition_no FROM lens_disposition
                   WHERE finding_no = v.finding_no ORDER BY disposition_no DESC LIMIT 1) d ON true;

-- Holds -----------------------------------------------------------------------------------------------------------------

CREATE TABLE payment_hold (
    hold_no         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vendor_id       int NOT NULL REFERENCES vendor,
    from_day        date,
    to_day          date,
    reason          text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    placed_by       bigint,
    placed_as       text NOT NULL,
    placed_at       timestamptz NOT NULL,
    released_at     timestamptz,
    release_request bigint UNIQUE REFERENCES approval_request,
    CHECK ((from_day IS NULL) = (to_day IS NULL)),
    CHECK (from_day <= to_day),
    CHECK ((released_at IS NULL) = (release_request IS NULL))
);
COMMENT ON COLUMN payment_hold.from_day IS 'business days that are held; null: all of the vendor, whenever cleared';
COMMENT ON COLUMN payment_hold.placed_by IS 'staff number; null: the house placed it by itself';
CREATE INDEX payment_hold_of_vendor ON payment_hold (vendor_id, hold_no);
CREATE UNIQUE INDEX held_once ON payment_hold (vendor_id, from_day, to_day) NULLS NOT DISTINCT WHERE released_at IS NULL;

CREATE TABLE payment_hold_ground (
    ground_no  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hold_no    bigint NOT NULL REFERENCES payment_hold,
    flag_id    bigint REFERENCES risk_flag,
    finding_no bigint REFERENCES vendor_finding,
    CHECK (num_nonnulls(flag_id, finding_no) = 1),
    CONSTRAINT ground_once UNIQUE NULLS NOT DISTINCT (hold_no, flag_id, finding_no)
);
CREATE INDEX payment_hold_ground_of_flag ON payment_hold_ground (flag_id) WHERE flag_id IS NOT NULL;
CREATE INDEX payment_hold_ground_of_finding ON payment_hold_ground (finding_no) WHERE finding_no IS NOT NULL;

-- Of a hold nothing changes but that it is released, once, with an approved request about it of which neither half was
-- signed by whoever must not.
CREATE FUNCTION keep_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'released_at', 'release_request');
    IF OLD.released_at IS NOT NULL OR NEW.released_at IS NULL OR NOT EXISTS (
            SELECT FROM approval_request r
            WHERE r.request_no = NEW.release_request AND r.kind = 'PAYMENT_HOLD_RELEASE' AND r.subject = OLD.hold_no
              AND r.outcome = 'APPROVED' AND r.decided_by IS DISTINCT FROM OLD.placed_by) THEN
        RAISE EXCEPTION 'a hold is released once, by a second person' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_hold_is_kept BEFORE UPDATE ON payment_hold FOR EACH ROW EXECUTE FUNCTION keep_hold();
CREATE FUNCTION refuse_released_hold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.released_at IS NOT NULL THEN
        RAISE EXCEPTION 'a hold begins in force' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_hold_begins_in_force BEFORE INSERT ON payment_hold FOR EACH ROW
    EXECUTE FUNCTION refuse_released_hold();
CREATE TRIGGER payment_hold_is_not_deleted BEFORE DELETE ON payment_hold FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_hold_is_not_truncated BEFORE TRUNCATE ON payment_hold FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();

DO $$ DECLARE t text; BEGIN
    FOREACH t IN ARRAY ARRAY['vendor_finding', 'vendor_finding_money', 'lens_day', 'lens_disposition',
                             'payment_hold_ground'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_is_append_only', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_is_not_truncated', t);
    END LOOP;
END $$;
