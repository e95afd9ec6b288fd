-- A bank may return a whole run for one reason, or for none: two people say once that these accounts are good.
CREATE TABLE allowance_returns_kept (
    request_no bigint PRIMARY KEY REFERENCES approval_request,
    run_no     bigint NOT NULL REFERENCES allowance_run,
    code       text NOT NULL,
    said_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE allowance_returns_kept IS 'somebody says that the accounts are good although these payments came back; it counts once the request is approved';
COMMENT ON COLUMN allowance_returns_kept.run_no IS 'the run that ordered the payments';
COMMENT ON COLUMN allowance_returns_kept.code IS 'why the bank returned them, by its own code; may be empty';
COMMENT ON COLUMN allowance_returns_kept.said_at IS 'by the clock that dates results of the bank: what was taken in later is not meant';
CREATE INDEX allowance_returns_kept_of ON allowance_returns_kept (run_no, code);
CREATE TRIGGER allowance_returns_kept_is_append_only BEFORE UPDATE OR DELETE ON allowance_returns_kept FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER allowance_returns_kept_is_not_truncated BEFORE TRUNCATE ON allowance_returns_kept FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
