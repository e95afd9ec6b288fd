-- Money of what was confirmed about a vendor is taken back: one asks, another approves, and it is posted as an adjustment
-- of the day that is open then.

CREATE TABLE vendor_recovery (
    request_no     bigint PRIMARY KEY REFERENCES approval_request,
    flag_id        bigint REFERENCES risk_flag,
    finding_no     bigint REFERENCES vendor_finding,
    vendor_id      int NOT NULL REFERENCES vendor,
    day            date NOT NULL REFERENCES business_day,
    reference      text UNIQUE,
    disposition_no bigint REFERENCES lens_disposition,
    posted_at      timestamptz,
    CHECK (num_nonnulls(flag_id, finding_no) = 1),
    CHECK (num_nulls(reference, disposition_no, posted_at) IN (0, 3))
);
COMMENT ON COLUMN vendor_recovery.vendor_id IS 'of the flag or finding, as its day is';
COMMENT ON COLUMN vendor_recovery.reference IS 'of its entries in the journal: flag:N or finding:N, and /2 for the second of one; null: not approved';
COMMENT ON COLUMN vendor_recovery.disposition_no IS 'the word that it was confirmed with when it was approved';
CREATE INDEX vendor_recovery_of_vendor ON vendor_recovery (vendor_id, day);
CREATE INDEX vendor_recovery_of_flag ON vendor_recovery (flag_id) WHERE flag_id IS NOT NULL;
CREATE INDEX vendor_recovery_of_finding ON vendor_recovery (finding_no) WHERE finding_no IS NOT NULL;

-- How much of it goes back to whom.
CREATE TABLE vendor_recovery_line (
    request_no bigint NOT NULL REFERENCES vendor_recovery,
    payer      smallint NOT NULL CHECK (payer BETWEEN 1 AND 11),
    service    smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    fen        bigint NOT NULL CHECK (fen > 0),
    PRIMARY KEY (request_no, payer, service)
);

-- Which taps an approved one takes the money of.
CREATE TABLE vendor_recovery_tap (
    request_no   bigint NOT NULL,
    payer        smallint NOT NULL,
    service      smallint NOT NULL,
    tap_date     date NOT NULL,
    terminal_id  bigint NOT NULL,
    terminal_seq bigint NOT NULL,
    holder_id    bigint NOT NULL,
    fen          bigint NOT NULL CHECK (fen > 0),
    PRIMARY KEY (tap_date, terminal_id, terminal_seq, holder_id, request_no),
    FOREIGN KEY (request_no, payer, service) REFERENCES vendor_recovery_line
);
CREATE INDEX vendor_recovery_tap_of_request ON vendor_recovery_tap (request_no);

-- Of one nothing changes but that it is posted, once, with the second signature and while it is confirmed.
CREATE FUNCTION keep_recovery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'reference', 'disposition_no', 'posted_at');
    IF OLD.reference IS NOT NULL OR NEW.reference IS NULL OR NOT EXISTS (
            SELECT FROM approval_request r
            WHERE r.request_no = OLD.request_no AND r.outcome = 'APPROVED'
              AND (r.kind, r.subject) IN (('RECOVER_FLAG', OLD.flag_id), ('RECOVER_FINDING', OLD.finding_no))) THEN
        RAISE EXCEPTION 'money is taken back once, by a second person' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT EXISTS (
            SELECT FROM lens_disposition d
            WHERE d.disposition_no = NEW.disposition_no AND d.verdict = 'CONFIRMED'
              AND (d.flag_id = OLD.flag_id OR d.finding_no = OLD.finding_no)) THEN
        RAISE EXCEPTION 'only what is confirmed is taken back' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER vendor_recovery_is_kept BEFORE UPDATE ON vendor_recovery FOR EACH ROW EXECUTE FUNCTION keep_recovery();
CREATE FUNCTION refuse_posted_recovery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.reference IS NOT NULL THEN
        RAISE EXCEPTION 'money is asked back first' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER vendor_recovery_begins_asked BEFORE INSERT ON vendor_recovery FOR EACH ROW
    EXECUTE FUNCTION refuse_posted_recovery();

-- No tap gives back more than was to be paid for it, however many flags are about it. Whoever takes money of a vendor's
-- taps back waits for whoever does so now.
CREATE FUNCTION keep_within_the_tap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE vendor int;
BEGIN
    SELECT r.vendor_id INTO vendor FROM vendor_recovery r WHERE r.request_no = NEW.request_no;
    PERFORM FROM vendor v WHERE v.vendor_id = vendor FOR NO KEY UPDATE;
    IF NOT EXISTS (
            SELECT FROM tap t
            WHERE (t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id)
                = (NEW.tap_date, NEW.terminal_id, NEW.terminal_seq, NEW.holder_id)
              AND (t.vendor_id, t.payer, t.service, t.reason) = (vendor, NEW.payer, NEW.service, 0)
              AND t.subsidy + t.operator_subsidy + t.delivery_subsidy >= NEW.fen + coalesce((
                  SELECT sum(x.fen) FROM vendor_recovery_tap x
                  WHERE (x.tap_date, x.terminal_id, x.terminal_seq, x.holder_id)
                      = (NEW.tap_date, NEW.terminal_id, NEW.terminal_seq, NEW.holder_id)), 0)
              AND NOT EXISTS (
                  SELECT FROM tap_reversal v
                  WHERE (v.tap_date, v.terminal_id, v.terminal_seq, v.holder_id)
                      = (NEW.tap_date, NEW.terminal_id, NEW.terminal_seq, NEW.holder_id))) THEN
        RAISE EXCEPTION 'a tap does not give back more than was to be paid for it' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER vendor_recovery_tap_is_within_the_tap BEFORE INSERT ON vendor_recovery_tap FOR EACH ROW
    EXECUTE FUNCTION keep_within_the_tap();

CREATE TRIGGER vendor_recovery_is_not_deleted BEFORE DELETE ON vendor_recovery FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER vendor_recovery_is_not_truncated BEFORE TRUNCATE ON vendor_recovery FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
DO $$ DECLARE t text; BEGIN
    FOREACH t IN ARRAY ARRAY['vendor_recovery_line', 'vendor_recovery_tap'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_is_append_only', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_is_not_truncated', t);
    END LOOP;
END $$;
