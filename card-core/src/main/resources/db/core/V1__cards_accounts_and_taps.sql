-- Vendors and their terminals -----------------------------------------------------------------

CREATE TABLE vendor (
    vendor_id  int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    kind       text NOT NULL CHECK (kind IN ('BUS', 'METRO', 'CANTEEN', 'ALLOWANCE_DESK', 'VENUE', 'HOME_CARE'))
);

CREATE TABLE terminal (
    terminal_id bigint PRIMARY KEY CHECK (terminal_id BETWEEN 1 AND 999999999999),
    vendor_id   int NOT NULL REFERENCES vendor,
    services    int NOT NULL CHECK (services BETWEEN 1 AND 31),
    status      text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'SUSPENDED')),
    key_version smallint NOT NULL DEFAULT 1 CHECK (key_version > 0)
);
COMMENT ON COLUMN terminal.services IS 'bit (service code - 1) is set for each service offered here';

-- People ----------------------------------------------------------------------------------------

CREATE TABLE holder (
    holder_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    born_on     date NOT NULL CHECK (born_on BETWEEN '1890-01-01' AND '2100-01-01'),
    deceased_on date CHECK (deceased_on >= born_on)
);

CREATE TABLE holder_hukou (
    holder_id  bigint NOT NULL REFERENCES holder,
    district   smallint NOT NULL CHECK (district BETWEEN 2 AND 11),
    valid_from date NOT NULL,
    valid_to   date CHECK (valid_to > valid_from),
    PRIMARY KEY (holder_id, valid_from)
);
COMMENT ON TABLE holder_hukou IS 'where a holder''s hukou is: valid_from inclusive, valid_to exclusive; no row in force = no Shenzhen hukou';

CREATE TABLE holder_category (
    holder_id  bigint NOT NULL REFERENCES holder,
    category   text NOT NULL CHECK (category IN ('SPECIAL_HARDSHIP', 'LOW_INCOME', 'LOW_INCOME_MARGIN',
                   'VETERAN_OR_MARTYR_KIN', 'BEREAVED_ONE_CHILD', 'MODERATELY_DISABLED')),
    valid_from date NOT NULL,
    valid_to   date CHECK (valid_to > valid_from),
    PRIMARY KEY (holder_id, category, valid_from)
);

CREATE TABLE card (
    card_serial  int PRIMARY KEY CHECK (card_serial BETWEEN 0 AND 99999999),
    holder_id    bigint NOT NULL REFERENCES holder,
    key_version  smallint NOT NULL DEFAULT 1 CHECK (key_version > 0),
    status       text NOT NULL CHECK (status IN ('ISSUED', 'ACTIVE', 'LOST', 'REPLACED', 'CANCELLED')),
    status_since timestamptz NOT NULL,
    expires_on   date NOT NULL
);
CREATE INDEX card_holder ON card (holder_id);
CREATE UNIQUE INDEX one_live_card_per_person ON card (holder_id) WHERE status IN ('ISSUED', 'ACTIVE', 'LOST');

-- One narrow row per person: everything a tap changes. Only the primary key is indexed and a page
-- keeps room, so that an update stays on its page (HOT).
CREATE TABLE account (
    holder_id      bigint PRIMARY KEY REFERENCES holder,
    version        bigint NOT NULL DEFAULT 1,
    counter_high   bigint NOT NULL DEFAULT 0,
    counter_window bigint NOT NULL DEFAULT 1,
    meal_days      bigint NOT NULL DEFAULT 0,
    half_at        bigint NOT NULL DEFAULT 0,
    half_terminal  bigint NOT NULL DEFAULT 0,
    half_seq       bigint NOT NULL DEFAULT 0,
    live_card      int NOT NULL REFERENCES card DEFERRABLE INITIALLY DEFERRED,
    meal_last_day  int NOT NULL DEFAULT 0,
    half_kind      smallint NOT NULL DEFAULT 0 CHECK (half_kind IN (0, 1, 2))
) WITH (fillfactor = 60);
COMMENT ON COLUMN account.version IS 'moves with every change that could alter a decision; taps compare and swap on it';
COMMENT ON COLUMN account.counter_window IS 'bit i: card counter (counter_high - i) has been used';
COMMENT ON COLUMN account.meal_days IS 'bit i: a subsidised lunch on day (meal_last_day - i), days since 1970-01-01';
COMMENT ON COLUMN account.half_kind IS '0 none, 1 a metro entry awaits its exit, 2 an exit awaits its entry';

-- Rules and calendar ----------------------------------------------------------------------------

CREATE TABLE calendar_day (
    day  date PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKEUP_WORKDAY')),
    name text NOT NULL
);

CREATE TABLE benefit_rule (
    rule_id              int PRIMARY KEY,
    benefit              text NOT NULL,
    service              smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    district             smallint CHECK (district BETWEEN 2 AND 11),
    valid_from           date NOT NULL,
    valid_to             date CHECK (valid_to > valid_from),
    min_age              smallint NOT NULL DEFAULT 60,
    max_age              smallint NOT NULL DEFAULT 200,
    hukou_required       boolean NOT NULL DEFAULT false,
    categories           text[] NOT NULL DEFAULT '{}',
    cap_fen              int CHECK (cap_fen >= 0),
    window_from          time,
    window_to            time,
    workdays_only        boolean NOT NULL DEFAULT false,
    per_day              smallint CHECK (per_day > 0),
    per_week             smallint CHECK (per_week > 0),
    payer                text NOT NULL CHECK (payer IN ('CITY', 'HUKOU_DISTRICT')),
    operator_subsidy_fen int NOT NULL DEFAULT 0 CHECK (operator_subsidy_fen >= 0),
    basis                text NOT NULL,
    CHECK ((window_from IS NULL) = (window_to IS NULL)),
    CHECK (window_from < window_to),
    CHECK (payer = 'CITY' OR hukou_required),
    CHECK (per_day IS NULL OR per_day = 1)
);
COMMENT ON COLUMN benefit_rule.district IS 'null: the whole city; a district''s rules for a service stand instead of the city''s for those whose hukou is there';
COMMENT ON COLUMN benefit_rule.cap_fen IS 'most the benefit pays for one tap; null: the whole amount';
COMMENT ON COLUMN benefit_rule.categories IS 'any of these; empty: no category needed';

-- Taps --------------------------------------------------------------------------------------------

-- The first business day that is not yet cut. Posting a tap checks it, closing a day moves it on.
CREATE TABLE open_business_day (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    day      date NOT NULL
);

-- Append-only. The key is the idempotency key; holder_id is in it so that the table can be sharded.
CREATE TABLE tap (
    tap_date         date NOT NULL,
    settle_date      date NOT NULL,
    vendor_id        int NOT NULL,
    terminal_id      bigint NOT NULL,
    terminal_seq     bigint NOT NULL,
    holder_id        bigint NOT NULL,
    card_counter     bigint NOT NULL,
    tac              bigint NOT NULL,
    tapped_at        timestamptz NOT NULL,
    received_at      timestamptz NOT NULL,
    card_serial      int NOT NULL,
    amount           int NOT NULL CHECK (amount >= 0),
    subsidy          int NOT NULL CHECK (subsidy BETWEEN 0 AND amount),
    operator_subsidy int NOT NULL CHECK (operator_subsidy >= 0),
    service          smallint NOT NULL,
    reason           smallint NOT NULL,
    journey          smallint NOT NULL,
    direction        smallint,
    payer            smallint,
    rule_id          int,
    balance_left     int,
    pair_terminal    bigint,
    pair_seq         bigint,
    denylist_version bigint,
    line             text,
    station          text,
    vehicle          text,
    PRIMARY KEY (tap_date, terminal_id, terminal_seq, holder_id),
    CHECK (reason = 0 OR (subsidy = 0 AND operator_subsidy = 0)),
    CHECK ((subsidy = 0 AND operator_subsidy = 0) OR payer IS NOT NULL)
) PARTITION BY RANGE (tap_date);
COMMENT ON COLUMN tap.settle_date IS 'the business day this tap is cleared in: its own date, or the open day when that one was already cut';
COMMENT ON COLUMN tap.reason IS '0 approved, else the number of the decline reason';

CREATE INDEX tap_settled_late ON tap (settle_date) WHERE settle_date <> tap_date;
CREATE TABLE tap_default PARTITION OF tap DEFAULT;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER tap_is_append_only BEFORE UPDATE OR DELETE ON tap FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Every node reloads what it keeps in memory when one of these changes.
CREATE FUNCTION announce_reference_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NOTIFY suinian_reference;
    RETURN NULL;
END $$;
CREATE TRIGGER vendor_announces AFTER INSERT OR UPDATE OR DELETE ON vendor FOR EACH STATEMENT EXECUTE FUNCTION announce_reference_change();
CREATE TRIGGER terminal_announces AFTER INSERT OR UPDATE OR DELETE ON terminal FOR EACH STATEMENT EXECUTE FUNCTION announce_reference_change();
CREATE TRIGGER benefit_rule_announces AFTER INSERT OR UPDATE OR DELETE ON benefit_rule FOR EACH STATEMENT EXECUTE FUNCTION announce_reference_change();
CREATE TRIGGER calendar_day_announces AFTER INSERT OR UPDATE OR DELETE ON calendar_day FOR EACH STATEMENT EXECUTE FUNCTION announce_reference_change();

-- Whatever could alter a decision moves the account's version, in the same transaction, whoever wrote it.
CREATE FUNCTION move_account_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE account SET version = version + 1 WHERE holder_id = OLD.holder_id;
    END IF;
    IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.holder_id <> OLD.holder_id) THEN
        UPDATE account SET version = version + 1 WHERE holder_id = NEW.holder_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER card_moves_version AFTER INSERT OR UPDATE OR DELETE ON card FOR EACH ROW EXECUTE FUNCTION move_account_version();
CREATE TRIGGER holder_moves_version AFTER UPDATE ON holder FOR EACH ROW EXECUTE FUNCTION move_account_version();
CREATE TRIGGER holder_hukou_moves_version AFTER INSERT OR UPDATE OR DELETE ON holder_hukou FOR EACH ROW EXECUTE FUNCTION move_account_version();
CREATE TRIGGER holder_category_moves_version AFTER INSERT OR UPDATE OR DELETE ON holder_category FOR EACH ROW EXECUTE FUNCTION move_account_version();
