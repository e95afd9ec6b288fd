-- What a vendor gets for bringing meals is cleared beside what it gets for serving them.
ALTER TABLE clearing_line
    ADD COLUMN delivery_subsidy bigint NOT NULL DEFAULT 0 CHECK (delivery_subsidy >= 0),
    ADD CHECK (payer <> 0 OR delivery_subsidy = 0);

-- What the reversals that settle in a business day take back. Lines of their own: a tap may be reversed on a later day
-- than the one it was cleared in, and a line that is less than nothing would say nothing to anybody.
CREATE TABLE clearing_reversal (
    day              date NOT NULL REFERENCES business_day,
    vendor_id        int NOT NULL REFERENCES vendor,
    payer            smallint NOT NULL CHECK (payer BETWEEN 0 AND 11),
    service          smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    taps             bigint NOT NULL CHECK (taps > 0),
    gross            bigint NOT NULL CHECK (gross >= 0),
    subsidy          bigint NOT NULL CHECK (subsidy >= 0),
    self_pay         bigint NOT NULL CHECK (self_pay >= 0),
    operator_subsidy bigint NOT NULL CHECK (operator_subsidy >= 0),
    delivery_subsidy bigint NOT NULL CHECK (delivery_subsidy >= 0),
    PRIMARY KEY (day, vendor_id, payer, service),
    CHECK (gross = subsidy + self_pay),
    CHECK (payer <> 0 OR (subsidy = 0 AND operator_subsidy = 0 AND delivery_subsidy = 0))
);
COMMENT ON COLUMN clearing_reversal.taps IS 'how many taps were taken back; amounts are above zero and are taken off';
CREATE INDEX clearing_reversal_of_vendor ON clearing_reversal (vendor_id, day);
CREATE TRIGGER clearing_reversal_is_append_only BEFORE UPDATE OR DELETE ON clearing_reversal
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clearing_reversal_is_not_truncated BEFORE TRUNCATE ON clearing_reversal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A reversal is posted the other way round, from the vendor back to the payer, as an entry of its own.
ALTER TABLE journal_transfer
    DROP CONSTRAINT journal_transfer_kind_check,
    ADD CONSTRAINT journal_transfer_kind_check CHECK (kind IN (
        'SUBSIDY', 'OPERATOR_SUBSIDY', 'DELIVERY_SUBSIDY',
        'SUBSIDY_REVERSAL', 'OPERATOR_SUBSIDY_REVERSAL', 'DELIVERY_SUBSIDY_REVERSAL'));

-- Everything that lines and reversals say somebody owes, one row for each entry of the journal.
CREATE VIEW clearing_entry AS
SELECT l.day, l.vendor_id, l.payer, l.service, e.kind, e.amount_fen, false AS reversal
FROM clearing_line l
CROSS JOIN LATERAL (VALUES ('SUBSIDY', l.subsidy), ('OPERATOR_SUBSIDY', l.operator_subsidy),
                           ('DELIVERY_SUBSIDY', l.delivery_subsidy)) AS e (kind, amount_fen)
WHERE e.amount_fen > 0
UNION ALL
SELECT r.day, r.vendor_id, r.payer, r.service, e.kind, e.amount_fen, true
FROM clearing_reversal r
CROSS JOIN LATERAL (VALUES ('SUBSIDY_REVERSAL', r.subsidy), ('OPERATOR_SUBSIDY_REVERSAL', r.operator_subsidy),
                           ('DELIVERY_SUBSIDY_REVERSAL', r.delivery_subsidy)) AS e (kind, amount_fen)
WHERE e.amount_fen > 0;
