-- Benefits, kinds of place and attestations are rows: the city adds one without a release. ----------------

CREATE TABLE benefit (
    benefit_no smallint PRIMARY KEY CHECK (benefit_no BETWEEN 1 AND 255),
    code       text NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    service    smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    zh         text NOT NULL,
    en         text NOT NULL,
    UNIQUE (code, service)
);
COMMENT ON COLUMN benefit.benefit_no IS 'what an account''s usage is kept under: never reuse one';

INSERT INTO benefit (benefit_no, code, service, zh, en)
VALUES (1, 'TRANSIT', 1, '公共交通', 'Bus and metro'),
       (2, 'MEAL', 2, '长者助餐', 'Lunch subsidy'),
       (3, 'MEAL_DELIVERY', 2, '送餐补贴', 'Meal delivery'),
       (4, 'ALLOWANCE', 3, '高龄津贴资格核验', 'Old-age allowance check'),
       (5, 'VOUCHER', 5, '居家养老服务券', 'Home-care voucher'),
       (11, 'PARK', 4, '公园', 'Parks'),
       (12, 'SCENIC_AREA', 4, '景区', 'Scenic areas'),
       (13, 'CULTURE', 4, '文化场馆', 'Cultural venues'),
       (14, 'SPORTS', 4, '体育场馆', 'Sports venues'),
       (15, 'PUBLIC_TOILET', 4, '公共厕所', 'Public toilets'),
       (16, 'HOSPITAL_PRIORITY', 4, '就医优先', 'Priority at hospitals'),
       (17, 'LEGAL_SERVICE', 4, '法律服务', 'Legal services'),
       (18, 'BANK_SERVICE', 4, '银行服务', 'Bank services');

CREATE TABLE place_kind (
    code    text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    service smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    zh      text NOT NULL,
    en      text NOT NULL
);
INSERT INTO place_kind (code, service, zh, en)
SELECT code, service, zh, en FROM benefit WHERE service = 4;
INSERT INTO place_kind (code, service, zh, en)
VALUES ('HOME_CARE', 5, '上门服务', 'Care at home'),
       ('CARE_INSTITUTION', 5, '养老机构', 'Care institution');

CREATE TABLE attestation_kind (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    zh   text NOT NULL,
    en   text NOT NULL
);
INSERT INTO attestation_kind (code, zh, en)
VALUES ('HEALTH_CODE', '健康码', 'Health code'),
       ('FITNESS_CERTIFICATE', '健身健康证明', 'Certificate of fitness');

-- Rules -----------------------------------------------------------------------------------------------------

ALTER TABLE benefit_rule
    ADD FOREIGN KEY (benefit, service) REFERENCES benefit (code, service),
    ADD COLUMN pays_for text NOT NULL DEFAULT 'TAP' CHECK (pays_for IN ('TAP', 'DELIVERY')),
    ADD COLUMN percent smallint NOT NULL DEFAULT 100 CHECK (percent BETWEEN 0 AND 100),
    ADD COLUMN grant_fen int CHECK (grant_fen > 0),
    ADD COLUMN per_month smallint CHECK (per_month > 0),
    ADD COLUMN per_year smallint CHECK (per_year > 0),
    ADD COLUMN place_kinds text[] NOT NULL DEFAULT '{}',
    ADD COLUMN attestation text REFERENCES attestation_kind,
    DROP CONSTRAINT benefit_rule_per_day_check1,
    ADD CHECK (service <> 2 OR per_day = 1 OR (per_day IS NULL AND per_week IS NULL)),
    ADD CHECK (grant_fen IS NULL OR service = 5),
    ADD CHECK (service <> 5 OR grant_fen IS NOT NULL),
    ADD CHECK (service <> 5 OR per_month IS NULL);
COMMENT ON COLUMN benefit_rule.percent IS 'of the amount, at most, rounded down to the fen';
COMMENT ON COLUMN benefit_rule.grant_fen IS 'what a voucher grants for each month; what is left at its end lapses';
COMMENT ON COLUMN benefit_rule.place_kinds IS 'only at terminals of these kinds of place; empty: anywhere';
COMMENT ON COLUMN benefit_rule.attestation IS 'the holder needs one of this kind that is valid at the tap';
COMMENT ON COLUMN benefit_rule.pays_for IS 'TAP: the tap itself; DELIVERY: what the vendor gets for bringing it, in operator_subsidy_fen';

INSERT INTO benefit_rule (rule_id, benefit, service, valid_from, min_age, max_age, hukou_required, categories, cap_fen,
                          percent, grant_fen, payer, operator_subsidy_fen, pays_for, place_kinds, basis)
VALUES
    (5, 'ALLOWANCE', 3, '2021-03-01', 70, 200, true, '{}', 0, 100, NULL, 'HUKOU_DISTRICT', 0, 'TAP', '{}',
     'Old-age allowance rules of 2020 (No. 3): hukou and 70, checked each May and November'),
    (6, 'MEAL_DELIVERY', 2, '2025-01-20', 100, 200, true, '{}', 0, 100, NULL, 'HUKOU_DISTRICT', 200, 'DELIVERY', '{}',
     'City meal subsidy of 2025-01-20: 2 yuan for bringing a meal to a centenarian'),
    (7, 'MEAL_DELIVERY', 2, '2025-01-20', 70, 99, true, '{MODERATELY_DISABLED}', 0, 100, NULL, 'HUKOU_DISTRICT', 200,
     'DELIVERY', '{}', 'City meal subsidy of 2025-01-20: 2 yuan for bringing a meal to the moderately disabled from 70'),
    (8, 'VOUCHER', 5, '2026-01-01', 60, 200, false, '{MODERATELY_DISABLED}', NULL, 50, 80000, 'CITY', 0, 'TAP',
     '{HOME_CARE}', 'National care subsidy of 2026-01-01: 800 yuan a month, half of the price at home'),
    (9, 'VOUCHER', 5, '2026-01-01', 60, 200, false, '{MODERATELY_DISABLED}', NULL, 40, 80000, 'CITY', 0, 'TAP',
     '{CARE_INSTITUTION}', 'National care subsidy of 2026-01-01: 800 yuan a month, four tenths in institutions'),
    (11, 'PARK', 4, '2019-08-22', 60, 200, false, '{}', NULL, 100, NULL, 'CITY', 0, 'TAP', '{PARK}',
     'City notice of August 2019: parks free from the age of 60'),
    (12, 'SCENIC_AREA', 4, '2019-08-22', 60, 200, false, '{}', NULL, 100, NULL, 'CITY', 0, 'TAP', '{SCENIC_AREA}',
     'City notice of August 2019: scenic areas of the city free from the age of 60'),
    (13, 'CULTURE', 4, '2019-08-22', 60, 200, false, '{}', NULL, 100, NULL, 'CITY', 0, 'TAP', '{CULTURE}',
     'City notice of August 2019: public cultural venues free from the age of 60'),
    (14, 'SPORTS', 4, '2019-08-22', 60, 200, false, '{}', NULL, 100, NULL, 'CITY', 0, 'TAP', '{SPORTS}',
     'City notice of August 2019: public sports venues free; venues with a discount get a rule of their own'),
    (15, 'PUBLIC_TOILET', 4, '2019-08-22', 60, 200, false, '{}', NULL, 100, NULL, 'CITY', 0, 'TAP', '{PUBLIC_TOILET}',
     'City notice of August 2019: public toilets free'),
    (16, 'HOSPITAL_PRIORITY', 4, '2019-08-22', 60, 200, false, '{}', 0, 100, NULL, 'CITY', 0, 'TAP',
     '{HOSPITAL_PRIORITY}', 'City notice of August 2019: priority windows; nothing is paid'),
    (17, 'LEGAL_SERVICE', 4, '2019-08-22', 60, 200, false, '{}', 0, 100, NULL, 'CITY', 0, 'TAP', '{LEGAL_SERVICE}',
     'City notice of August 2019: priority and reduced fees by the office itself; nothing is paid'),
    (18, 'BANK_SERVICE', 4, '2022-01-01', 60, 200, false, '{}', 0, 100, NULL, 'CITY', 0, 'TAP', '{BANK_SERVICE}',
     'Card services of 2022: priority at bank counters; nothing is paid');

-- What a holder must bring, from the authority that knows. -----------------------------------------------------

CREATE TABLE attestation (
    holder_id   bigint NOT NULL REFERENCES holder,
    kind        text NOT NULL REFERENCES attestation_kind,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    source      text NOT NULL CHECK (length(source) BETWEEN 1 AND 64),
    stated_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (holder_id, kind, valid_from),
    CHECK (valid_until > valid_from)
);
COMMENT ON COLUMN attestation.valid_until IS 'first moment at which it no longer holds; an authority takes one back by moving it';
COMMENT ON COLUMN attestation.stated_at IS 'when the authority said so: what it said later stands, whichever arrives last';

-- Everything an authority ever said that counted for a time.
CREATE TABLE attestation_said (
    holder_id   bigint NOT NULL,
    kind        text NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    source      text NOT NULL,
    stated_at   timestamptz NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX attestation_said_of_holder ON attestation_said (holder_id);
CREATE FUNCTION keep_attestation_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO attestation_said VALUES (NEW.holder_id, NEW.kind, NEW.valid_from, NEW.valid_until, NEW.source,
        NEW.stated_at, NEW.received_at);
    RETURN NULL;
END $$;
CREATE TRIGGER attestation_is_kept AFTER INSERT OR UPDATE ON attestation FOR EACH ROW
    EXECUTE FUNCTION keep_attestation_said();
CREATE TRIGGER attestation_said_is_append_only BEFORE UPDATE OR DELETE ON attestation_said FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER attestation_said_is_not_truncated BEFORE TRUNCATE ON attestation_said FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attestation_moves_version AFTER INSERT OR UPDATE OR DELETE ON attestation FOR EACH ROW
    EXECUTE FUNCTION move_account_version();

CREATE TRIGGER benefit_announces AFTER INSERT OR UPDATE OR DELETE ON benefit FOR EACH STATEMENT
    EXECUTE FUNCTION announce_reference_change();
CREATE TRIGGER attestation_kind_announces AFTER INSERT OR UPDATE OR DELETE ON attestation_kind FOR EACH STATEMENT
    EXECUTE FUNCTION announce_reference_change();

-- What taps use up, and what they are decided on. ---------------------------------------------------------------

ALTER TABLE account
    ADD COLUMN checked_on int NOT NULL DEFAULT 0,
    ADD COLUMN usage bytea;
COMMENT ON COLUMN account.checked_on IS 'day of the latest identity check for the allowance, days since 1970-01-01; 0: never';
COMMENT ON COLUMN account.usage IS 'entries of 8 bytes: benefit_no (8 bits), period (3), its number (21), how much (32); null: nothing';

ALTER TABLE tap
    ADD COLUMN delivery_subsidy int NOT NULL DEFAULT 0 CHECK (delivery_subsidy >= 0),
    ADD COLUMN account_version bigint,
    ADD COLUMN seen bigint,
    ADD CHECK (delivery_subsidy = 0 OR (reason = 0 AND payer IS NOT NULL));
COMMENT ON COLUMN tap.account_version IS 'of the account when this was decided';
COMMENT ON COLUMN tap.seen IS 'the facts that the decision saw, packed (FactsSeen)';
