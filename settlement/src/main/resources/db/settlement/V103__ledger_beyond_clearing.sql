-- The journal beyond clearing: adjustments, payments and allowances are entries of the same journal. They are posted in
-- the business day that is open when they are made, as late taps are, so that a closed day's journal never changes.

ALTER TABLE ledger_account
    DROP CONSTRAINT ledger_account_kind_check,
    DROP CONSTRAINT ledger_account_check,
    DROP CONSTRAINT ledger_account_check1,
    ADD COLUMN bank_of smallint UNIQUE CHECK (bank_of BETWEEN 1 AND 11),
    ADD CONSTRAINT ledger_account_of_one_kind CHECK (CASE kind
        WHEN 'PAYER' THEN payer IS NOT NULL AND service IS NOT NULL AND num_nonnulls(vendor_id, bank_of) = 0
        WHEN 'VENDOR' THEN vendor_id IS NOT NULL AND num_nonnulls(payer, service, bank_of) = 0
        WHEN 'BANK' THEN bank_of IS NOT NULL AND num_nonnulls(payer, service, vendor_id) = 0
        WHEN 'HOLDERS' THEN num_nonnulls(payer, service, vendor_id, bank_of) = 0
        ELSE false END);
CREATE UNIQUE INDEX one_holders_account ON ledger_account (kind) WHERE kind = 'HOLDERS';
COMMENT ON TABLE ledger_account IS 'PAYER: what a payer owes for a service, a debit balance; VENDOR: what is payable to a vendor, a credit balance; BANK: what left a payer''s settlement account, a credit balance; HOLDERS: allowances payable to holders, a credit balance';
COMMENT ON COLUMN ledger_account.bank_of IS 'the payer whose settlement account this is';

ALTER TABLE journal_transfer
    ADD COLUMN reference text NOT NULL DEFAULT '' CHECK (length(reference) <= 80),
    ADD COLUMN request_no bigint REFERENCES approval_request,
    DROP CONSTRAINT posted_once,
    ADD CONSTRAINT posted_once UNIQUE (day, kind, debit_account, credit_account, reference),
    DROP CONSTRAINT journal_transfer_kind_check,
    ADD CONSTRAINT journal_transfer_kind_check CHECK (kind IN (
        'SUBSIDY', 'OPERATOR_SUBSIDY', 'DELIVERY_SUBSIDY',
        'SUBSIDY_REVERSAL', 'OPERATOR_SUBSIDY_REVERSAL', 'DELIVERY_SUBSIDY_REVERSAL',
        'ADJUSTMENT', 'PAYMENT', 'PAYMENT_RETURN',
        'ALLOWANCE', 'ALLOWANCE_RECOVERY', 'ALLOWANCE_PAYMENT', 'ALLOWANCE_RETURN')),
    ADD CONSTRAINT cleared_or_referenced CHECK (
        (kind LIKE '%SUBSIDY' OR kind LIKE '%SUBSIDY_REVERSAL') = (reference = '')),
    ADD CONSTRAINT adjusted_by_two CHECK ((kind = 'ADJUSTMENT') = (request_no IS NOT NULL));
COMMENT ON COLUMN journal_transfer.reference IS 'what an entry beyond clearing is about, as its room counts: break, payment, allowance run; empty for what clearing posts';
COMMENT ON COLUMN journal_transfer.request_no IS 'the second signature of an adjustment';
-- Whatever is not cleared from taps is posted once, on whichever day.
CREATE UNIQUE INDEX referenced_once ON journal_transfer (kind, reference, debit_account, credit_account)
    WHERE reference <> '';
CREATE INDEX journal_transfer_of_credit ON journal_transfer (credit_account, day);
CREATE INDEX journal_transfer_of_debit ON journal_transfer (debit_account, day);

CREATE OR REPLACE VIEW journal_posting AS
SELECT transfer_id, day, kind, debit_account AS account_id, amount_fen AS debit_fen, 0::bigint AS credit_fen, reference
FROM journal_transfer
UNION ALL
SELECT transfer_id, day, kind, credit_account, 0, amount_fen, reference
FROM journal_transfer;
