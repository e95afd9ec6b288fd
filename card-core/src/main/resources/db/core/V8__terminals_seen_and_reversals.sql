-- Terminals -----------------------------------------------------------------------------------------------------------

ALTER TABLE terminal
    ADD COLUMN oldest_key_version smallint NOT NULL DEFAULT 1 CHECK (oldest_key_version > 0),
    ADD COLUMN place_kind text REFERENCES place_kind,
    ADD COLUMN lat_e6 int CHECK (lat_e6 BETWEEN -90000000 AND 90000000),
    ADD COLUMN lon_e6 int CHECK (lon_e6 BETWEEN -180000000 AND 180000000),
    ADD COLUMN feeds text[] NOT NULL DEFAULT '{}',
    ADD CHECK ((lat_e6 IS NULL) = (lon_e6 IS NULL));
COMMENT ON COLUMN terminal.oldest_key_version IS 'requests signed with an older one are refused';
COMMENT ON COLUMN terminal.lat_e6 IS 'millionths of a degree, WGS 84';
COMMENT ON COLUMN terminal.feeds IS 'kinds of attestation that this one may supply';

-- What each terminal last said of itself; written now and then, never in a tap's way.
CREATE TABLE terminal_status (
    terminal_id       bigint PRIMARY KEY REFERENCES terminal,
    last_seen         timestamptz NOT NULL,
    signed_in_at      timestamptz,
    denylist_version  bigint,
    denylist_at       timestamptz,
    clock_skew_millis bigint,
    key_version       smallint,
    software          text CHECK (length(software) <= 64),
    stored_taps       int
);
COMMENT ON COLUMN terminal_status.denylist_at IS 'when it last proved to hold that version';
COMMENT ON COLUMN terminal_status.clock_skew_millis IS 'its clock minus ours';

-- Reversals -----------------------------------------------------------------------------------------------------------

-- Undoes one tap, whose row stays as it is. The amounts are those of the tap; clearing takes them off.
CREATE TABLE tap_reversal (
    tap_date         date NOT NULL,
    settle_date      date NOT NULL,
    vendor_id        int NOT NULL,
    terminal_id      bigint NOT NULL,
    terminal_seq     bigint NOT NULL,
    holder_id        bigint NOT NULL,
    received_at      timestamptz NOT NULL,
    amount           int NOT NULL CHECK (amount >= 0),
    subsidy          int NOT NULL CHECK (subsidy BETWEEN 0 AND amount),
    operator_subsidy int NOT NULL CHECK (operator_subsidy >= 0),
    delivery_subsidy int NOT NULL CHECK (delivery_subsidy >= 0),
    service          smallint NOT NULL,
    payer            smallint,
    balance_left     int,
    cause            text NOT NULL CHECK (cause IN ('TILL_ERROR', 'NOT_SERVED', 'GATE_SHUT', 'HOLDER_ASKED')),
    PRIMARY KEY (tap_date, terminal_id, terminal_seq, holder_id),
    CHECK (settle_date >= tap_date)
);
CREATE INDEX tap_reversal_settled ON tap_reversal (settle_date);
CREATE INDEX tap_reversal_of_holder ON tap_reversal (holder_id, tap_date);
CREATE TRIGGER tap_reversal_is_append_only BEFORE UPDATE OR DELETE ON tap_reversal FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tap_reversal_is_not_truncated BEFORE TRUNCATE ON tap_reversal FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
