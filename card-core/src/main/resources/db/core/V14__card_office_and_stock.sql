-- What becomes of a card at the counter. ------------------------------------------------------------------------------

CREATE TABLE card_replacement (
    old_serial  int PRIMARY KEY REFERENCES card,
    new_serial  int NOT NULL UNIQUE REFERENCES card,
    cause       text NOT NULL CHECK (cause IN ('LOST', 'DAMAGED', 'EXPIRED')),
    replaced_at timestamptz NOT NULL,
    CHECK (old_serial <> new_serial)
);
CREATE TRIGGER card_replacement_is_append_only BEFORE UPDATE OR DELETE ON card_replacement FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER card_replacement_is_not_truncated BEFORE TRUNCATE ON card_replacement FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();

CREATE TABLE card_renewal (
    card_serial int NOT NULL REFERENCES card,
    expired_on  date NOT NULL,
    expires_on  date NOT NULL CHECK (expires_on > expired_on),
    renewed_at  timestamptz NOT NULL,
    PRIMARY KEY (card_serial, expired_on)
);
CREATE TRIGGER card_renewal_is_append_only BEFORE UPDATE OR DELETE ON card_renewal FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER card_renewal_is_not_truncated BEFORE TRUNCATE ON card_renewal FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();

CREATE INDEX card_by_expiry ON card (expires_on, card_serial) WHERE status IN ('ISSUED', 'ACTIVE', 'LOST');

-- Numbers and the cards made of them. ---------------------------------------------------------------------------------

CREATE TABLE card_range (
    range_id     int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    first_serial int NOT NULL CHECK (first_serial BETWEEN 0 AND 99999999),
    last_serial  int NOT NULL CHECK (last_serial BETWEEN 0 AND 99999999),
    next_serial  int NOT NULL,
    layout       text NOT NULL CHECK (layout ~ '^[A-Z0-9][A-Z0-9_-]{0,31}$'),
    key_version  smallint NOT NULL CHECK (key_version > 0),
    added_by     text NOT NULL,
    added_at     timestamptz NOT NULL,
    CHECK (first_serial <= last_serial),
    CHECK (next_serial BETWEEN first_serial AND last_serial + 1),
    CONSTRAINT card_ranges_do_not_overlap EXCLUDE USING gist (int4range(first_serial, last_serial, '[]') WITH &&)
);
COMMENT ON COLUMN card_range.next_serial IS 'the first number of which no card was ordered yet';

CREATE TABLE card_batch (
    batch_id         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    range_id         int NOT NULL REFERENCES card_range,
    first_serial     int NOT NULL,
    last_serial      int NOT NULL CHECK (last_serial >= first_serial),
    ordered_by       text NOT NULL,
    ordered_at       timestamptz NOT NULL,
    exported_times   int NOT NULL DEFAULT 0,
    last_exported_at timestamptz,
    CHECK ((exported_times = 0) = (last_exported_at IS NULL))
);

CREATE TABLE card_stock (
    card_serial  int PRIMARY KEY,
    range_id     int NOT NULL REFERENCES card_range,
    batch_id     int REFERENCES card_batch,
    counter_id   int,
    status       text NOT NULL CHECK (status IN ('ORDERED', 'IN_STOCK', 'ISSUED', 'SPOILT')),
    status_since timestamptz NOT NULL,
    key_version  smallint NOT NULL CHECK (key_version > 0),
    chip_serial  text CHECK (chip_serial ~ '^[0-9A-F]{8,32}$'),
    spoilt_why   text CHECK (length(spoilt_why) BETWEEN 1 AND 200),
    CHECK ((status = 'SPOILT') = (spoilt_why IS NOT NULL)),
    CHECK (status <> 'ORDERED' OR counter_id IS NULL)
);
COMMENT ON COLUMN card_stock.counter_id IS 'where the card lies or was handed out; null: in the city''s store';
CREATE INDEX card_stock_on_shelf ON card_stock (counter_id, card_serial) WHERE status = 'IN_STOCK';
CREATE INDEX card_stock_of_batch ON card_stock (batch_id, card_serial);
CREATE UNIQUE INDEX card_stock_chip ON card_stock (chip_serial);

-- What the bureau said of a batch; the same file changes nothing twice.
CREATE TABLE card_batch_result (
    batch_id    int NOT NULL REFERENCES card_batch,
    digest      bytea NOT NULL CHECK (length(digest) = 32),
    imported_by text NOT NULL,
    imported_at timestamptz NOT NULL,
    lines       int NOT NULL,
    made        int NOT NULL,
    failed      int NOT NULL,
    already     int NOT NULL,
    duplicate   int NOT NULL,
    unknown     int NOT NULL,
    unreadable  int NOT NULL,
    PRIMARY KEY (batch_id, digest)
);
CREATE TRIGGER card_batch_result_is_append_only BEFORE UPDATE OR DELETE ON card_batch_result FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER card_batch_result_is_not_truncated BEFORE TRUNCATE ON card_batch_result FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
