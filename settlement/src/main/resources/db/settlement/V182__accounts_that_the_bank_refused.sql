-- Whose last payment of the allowance the bank returned is not paid to the same account again, until it is changed or
-- two people say that it is good after all.
CREATE TABLE allowance_account_kept (
    request_no bigint PRIMARY KEY REFERENCES approval_request,
    payment_no bigint NOT NULL REFERENCES allowance_payment,
    run_no     bigint NOT NULL REFERENCES allowance_run
);
COMMENT ON TABLE allowance_account_kept IS 'somebody says that an account is good although this payment to it came back; it counts once the request is approved';
COMMENT ON COLUMN allowance_account_kept.run_no IS 'the run that left them out';
CREATE INDEX allowance_account_kept_of ON allowance_account_kept (payment_no);
CREATE TRIGGER allowance_account_kept_is_append_only BEFORE UPDATE OR DELETE ON allowance_account_kept FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER allowance_account_kept_is_not_truncated BEFORE TRUNCATE ON allowance_account_kept FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();

-- Each list asks of everybody what became of their last payment.
CREATE INDEX allowance_payment_of_holder ON allowance_payment (holder_id, payment_no);
CREATE INDEX allowance_result_returned ON allowance_result (payment_no) WHERE outcome = 'RETURNED';
COMMENT ON COLUMN allowance_payment.withheld IS 'in no pay file: between approval and order a death before one of its months became known, or that the bank returned their last payment';
