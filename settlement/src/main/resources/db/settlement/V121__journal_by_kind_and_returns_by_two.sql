-- Every kind of entry goes between accounts of its own kinds ------------------------------------------------------------

-- Once a statement: clearing posts a whole day in one.
CREATE FUNCTION post_between_accounts_of_the_kind() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER journal_transfer_is_between_accounts_of_its_kind AFTER INSERT ON journal_transfer
    REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION post_between_accounts_of_the_kind();

-- A payment that came back is looked into by somebody else than who took the bank's word ------------------------------

CREATE OR REPLACE FUNCTION keep_payment_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'resolved_by', 'resolved_as', 'resolved_at', 'resolution');
    IF OLD.resolved_at IS NOT NULL THEN
        RAISE EXCEPTION 'a returned payment is resolved once' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.resolved_by = (SELECT f.received_by FROM bank_status_file f WHERE f.file_no = OLD.file_no) THEN
        RAISE EXCEPTION 'a returned payment is resolved by another person than who took the bank''s answer'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
