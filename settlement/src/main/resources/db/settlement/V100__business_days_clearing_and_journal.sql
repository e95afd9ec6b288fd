-- Business days ---------------------------------------------------------------------------------

-- One row per business day that was ever opened. The row after the last cut one is OPEN and says the
-- same day as core's open_business_day: both move in the transaction that cuts a day.
CREATE TABLE business_day (
    day            date PRIMARY KEY,
    state          text NOT NULL CHECK (state IN
                       ('OPEN', 'CUT', 'CLEARED', 'RECONCILED', 'APPROVED', 'PAID', 'SEALED')),
    opened_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    cut_at         timestamptz,
    cut_by         text,
    cleared_at     timestamptz,
    cleared_by     text,
    taps_approved  bigint,
    taps_declined  bigint,
    taps_late      bigint,
    CHECK ((cut_at IS NULL) = (state = 'OPEN')),
    CHECK ((cut_at IS NULL) = (cut_by IS NULL)),
    CHECK ((cleared_at IS NULL) = (state IN ('OPEN', 'CUT'))),
    CHECK ((cleared_at IS NULL) = (cleared_by IS NULL)),
    CHECK (num_nulls(cleared_at, taps_approved, taps_declined, taps_late) IN (0, 4)),
    CHECK (taps_late <= taps_approved + taps_declined)
);
COMMENT ON COLUMN business_day.cut_by IS 'which node and process';
COMMENT ON COLUMN business_day.taps_late IS 'of the approved and declined: those made on an earlier day';
CREATE UNIQUE INDEX one_open_business_day ON business_day (state) WHERE state = 'OPEN';

CREATE TRIGGER business_day_is_kept BEFORE DELETE ON business_day
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER business_day_is_not_truncated BEFORE TRUNCATE ON business_day
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Clearing --------------------------------------------------------------------------------------

-- What the approved taps of a business day came to. The taps themselves are the sub-ledger.
CREATE TABLE clearing_line (
    day              date NOT NULL REFERENCES business_day,
    vendor_id        int NOT NULL REFERENCES vendor,
    payer            smallint NOT NULL CHECK (payer BETWEEN 0 AND 11),
    service          smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    taps             bigint NOT NULL CHECK (taps > 0),
    gross            bigint NOT NULL CHECK (gross >= 0),
    subsidy          bigint NOT NULL CHECK (subsidy >= 0),
    self_pay         bigint NOT NULL CHECK (self_pay >= 0),
    operator_subsidy bigint NOT NULL CHECK (operator_subsidy >= 0),
    PRIMARY KEY (day, vendor_id, payer, service),
    CHECK (gross = subsidy + self_pay),
    CHECK (payer <> 0 OR (subsidy = 0 AND operator_subsidy = 0))
);
COMMENT ON COLUMN clearing_line.payer IS '0 nobody subsidises these taps (tap.payer is null), 1 the city, 2 to 11 a district';
COMMENT ON COLUMN clearing_line.gross IS 'fen; subsidy + self_pay. Self-pay is settled at the till and never enters the journal';
CREATE INDEX clearing_line_of_vendor ON clearing_line (vendor_id, day);

-- Declined taps are counted and not cleared.
CREATE TABLE clearing_decline (
    day     date NOT NULL REFERENCES business_day,
    service smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    reason  smallint NOT NULL CHECK (reason > 0),
    taps    bigint NOT NULL CHECK (taps > 0),
    PRIMARY KEY (day, service, reason)
);

CREATE TRIGGER clearing_line_is_append_only BEFORE UPDATE OR DELETE ON clearing_line
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clearing_line_is_not_truncated BEFORE TRUNCATE ON clearing_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clearing_decline_is_append_only BEFORE UPDATE OR DELETE ON clearing_decline
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clearing_decline_is_not_truncated BEFORE TRUNCATE ON clearing_decline
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Journal ---------------------------------------------------------------------------------------

CREATE TABLE ledger_account (
    account_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    kind       text NOT NULL CHECK (kind IN ('PAYER', 'VENDOR')),
    payer      smallint CHECK (payer BETWEEN 1 AND 11),
    service    smallint CHECK (service BETWEEN 1 AND 5),
    vendor_id  int UNIQUE REFERENCES vendor,
    UNIQUE (payer, service),
    CHECK (kind <> 'PAYER' OR (payer IS NOT NULL AND service IS NOT NULL AND vendor_id IS NULL)),
    CHECK (kind <> 'VENDOR' OR (payer IS NULL AND service IS NULL AND vendor_id IS NOT NULL))
);
COMMENT ON TABLE ledger_account IS 'PAYER: what a payer owes for a service, a debit balance; VENDOR: what is payable to a vendor, a credit balance';

-- A row is a whole entry: one amount, taken from one account and given to another. It balances by
-- construction, as in TigerBeetle's ledger; there is no half an entry that could be missing.
CREATE TABLE journal_transfer (
    transfer_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day            date NOT NULL REFERENCES business_day,
    kind           text NOT NULL CHECK (kind IN ('SUBSIDY', 'OPERATOR_SUBSIDY')),
    debit_account  int NOT NULL REFERENCES ledger_account,
    credit_account int NOT NULL REFERENCES ledger_account,
    amount_fen     bigint NOT NULL CHECK (amount_fen > 0),
    posted_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT posted_once UNIQUE (day, kind, debit_account, credit_account),
    CHECK (debit_account <> credit_account)
);

CREATE TRIGGER ledger_account_is_append_only BEFORE UPDATE OR DELETE ON ledger_account
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_account_is_not_truncated BEFORE TRUNCATE ON ledger_account
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_transfer_is_append_only BEFORE UPDATE OR DELETE ON journal_transfer
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_transfer_is_not_truncated BEFORE TRUNCATE ON journal_transfer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The same transfers as people and books know them: a debit and a credit each.
CREATE VIEW journal_posting AS
SELECT transfer_id, day, kind, debit_account AS account_id, amount_fen AS debit_fen, 0::bigint AS credit_fen
FROM journal_transfer
UNION ALL
SELECT transfer_id, day, kind, credit_account, 0, amount_fen
FROM journal_transfer;
