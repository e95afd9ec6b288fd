-- A return that was none: the bank says later that it had paid after all ------------------------------------------------

ALTER TABLE journal_transfer
    DROP CONSTRAINT journal_transfer_kind_check,
    ADD CONSTRAINT journal_transfer_kind_check CHECK (kind IN (
        'SUBSIDY', 'OPERATOR_SUBSIDY', 'DELIVERY_SUBSIDY',
        'SUBSIDY_REVERSAL', 'OPERATOR_SUBSIDY_REVERSAL', 'DELIVERY_SUBSIDY_REVERSAL',
        'ADJUSTMENT', 'PAYMENT', 'PAYMENT_RETURN', 'PAYMENT_RETURN_UNDONE',
        'ALLOWANCE', 'ALLOWANCE_RECOVERY', 'ALLOWANCE_PAYMENT', 'ALLOWANCE_RETURN'));

CREATE OR REPLACE FUNCTION post_between_accounts_of_the_kind() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
    SELECT p.kind, d.name AS debit, c.name AS credit INTO wrong
    FROM posted p
    JOIN ledger_account d ON d.account_id = p.debit_account
    JOIN ledger_account c ON c.account_id = p.credit_account
    WHERE (d.kind, c.kind) NOT IN (
        SELECT k.debit, k.credit
        FROM (VALUES ('SUBSIDY', 'PAYER', 'VENDOR'),
                     ('OPERATOR_SUBSIDY', 'PAYER', 'VENDOR'),
                     ('DELIVERY_SUBSIDY', 'PAYER', 'VENDOR'),
                     ('SUBSIDY_REVERSAL', 'VENDOR', 'PAYER'),
                     ('OPERATOR_SUBSIDY_REVERSAL', 'VENDOR', 'PAYER'),
                     ('DELIVERY_SUBSIDY_REVERSAL', 'VENDOR', 'PAYER'),
                     ('ADJUSTMENT', 'PAYER', 'VENDOR'),
                     ('ADJUSTMENT', 'VENDOR', 'PAYER'),
                     ('PAYMENT', 'VENDOR', 'BANK'),
                     ('PAYMENT_RETURN', 'BANK', 'VENDOR'),
                     ('PAYMENT_RETURN_UNDONE', 'VENDOR', 'BANK'),
                     ('ALLOWANCE', 'PAYER', 'HOLDERS'),
                     ('ALLOWANCE_RECOVERY', 'HOLDERS', 'PAYER'),
                     ('ALLOWANCE_PAYMENT', 'HOLDERS', 'BANK'),
                     ('ALLOWANCE_RETURN', 'BANK', 'HOLDERS')) AS k (kind, debit, credit)
        WHERE k.kind = p.kind)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION '% does not go from % to %', wrong.kind, wrong.debit, wrong.credit USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

-- What the bank took back may come back in truth later: a payment has a return for each time.
ALTER TABLE payment_return
    DROP CONSTRAINT payment_return_pkey,
    ADD COLUMN turn smallint NOT NULL DEFAULT 1 CHECK (turn > 0),
    ADD PRIMARY KEY (payment_no, turn),
    ADD COLUMN undone_request bigint UNIQUE REFERENCES approval_request,
    ADD CONSTRAINT undone_is_resolved CHECK (undone_request IS NULL OR resolved_at IS NOT NULL);
COMMENT ON COLUMN payment_return.undone_request IS 'the two signatures by which the bank had paid after all';
DROP INDEX payment_return_open;
CREATE UNIQUE INDEX payment_return_open ON payment_return (payment_no) WHERE resolved_at IS NULL;

-- On what somebody says that the bank had paid after all; the request has who asks, why and who decided.
CREATE TABLE payment_return_disproof (
    request_no bigint PRIMARY KEY REFERENCES approval_request,
    payment_no bigint NOT NULL,
    turn       smallint NOT NULL,
    evidence   text NOT NULL CHECK (length(evidence) BETWEEN 1 AND 500),
    FOREIGN KEY (payment_no, turn) REFERENCES payment_return
);
CREATE INDEX payment_return_disproof_of ON payment_return_disproof (payment_no, turn);
CREATE TRIGGER payment_return_disproof_is_append_only BEFORE UPDATE OR DELETE ON payment_return_disproof
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_return_disproof_is_not_truncated BEFORE TRUNCATE ON payment_return_disproof
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION keep_payment_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'resolved_by', 'resolved_as', 'resolved_at', 'resolution',
        'undone_request');
    IF OLD.resolved_at IS NOT NULL THEN
        RAISE EXCEPTION 'a returned payment is resolved once' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.resolved_by = (SELECT f.received_by FROM bank_status_file f WHERE f.file_no = OLD.file_no) THEN
        RAISE EXCEPTION 'a returned payment is resolved by another person than who took the bank''s answer'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.undone_request IS NOT NULL AND NOT EXISTS (
            SELECT FROM payment_return_disproof d
            JOIN approval_request a USING (request_no)
            JOIN bank_status_file f ON f.file_no = NEW.file_no
            WHERE d.request_no = NEW.undone_request AND (d.payment_no, d.turn) = (NEW.payment_no, NEW.turn)
              AND a.outcome = 'APPROVED' AND a.decided_by = NEW.resolved_by
              AND a.asked_by IS DISTINCT FROM f.received_by) THEN
        RAISE EXCEPTION 'a returned payment is undone by two who did not take the bank''s answer'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'state', 'settled', 'bank_status', 'bank_reason', 'state_at');
    IF NOT ((OLD.state = 'PLANNED' AND NEW.state IN ('ORDERED', 'CANCELLED'))
            OR (OLD.state = 'ORDERED' AND NEW.state IN ('ORDERED', 'ACCEPTED', 'REJECTED', 'RETURNED'))
            OR (OLD.state = 'ACCEPTED' AND NEW.state IN ('ACCEPTED', 'REJECTED', 'RETURNED'))
            OR (OLD.state IN ('REJECTED', 'RETURNED') AND NEW.state = 'ACCEPTED' AND NEW.settled
                AND coalesce((SELECT r.undone_request IS NOT NULL FROM payment_return r
                              WHERE r.payment_no = NEW.payment_no ORDER BY r.turn DESC LIMIT 1), false))) THEN
        RAISE EXCEPTION 'a payment goes forward only' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
