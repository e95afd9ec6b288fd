-- The bank returns a payment of the allowance after it had said that it was paid ----------------------------------------

-- What somebody says that the bank returned so late; the request has who asks, why and who decided.
CREATE TABLE allowance_late_return (
    request_no  bigint PRIMARY KEY REFERENCES approval_request,
    payment_no  bigint NOT NULL REFERENCES allowance_payment,
    returned_on date NOT NULL,
    code        text NOT NULL CHECK (code ~ '^[A-Za-z0-9_-]{0,32}$'),
    paid_code   text NOT NULL
);
COMMENT ON COLUMN allowance_late_return.code IS 'why the bank returned it, by the bank''s own code';
COMMENT ON COLUMN allowance_late_return.paid_code IS 'what stood in its place while the payment counted as paid';
CREATE INDEX allowance_late_return_of ON allowance_late_return (payment_no);
CREATE TRIGGER allowance_late_return_is_append_only BEFORE UPDATE OR DELETE ON allowance_late_return FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER allowance_late_return_is_not_truncated BEFORE TRUNCATE ON allowance_late_return FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();

ALTER TABLE allowance_result
    ADD late_request bigint UNIQUE REFERENCES allowance_late_return,
    ADD late_at timestamptz,
    ADD CONSTRAINT late_is_returned CHECK (late_request IS NULL OR outcome = 'RETURNED'),
    ADD CONSTRAINT late_has_its_time CHECK ((late_request IS NULL) = (late_at IS NULL));
COMMENT ON COLUMN allowance_result.late_request IS 'the two signatures by which a payment that was paid came back after all';
COMMENT ON COLUMN allowance_result.recorded_at IS 'when the bank''s first word on it was taken in, by actor and staff_id';

-- A result stands, but that what was paid may come back once, by two who did not take the bank's first word.
CREATE FUNCTION keep_allowance_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'outcome', 'code', 'late_request', 'late_at');
    IF OLD.outcome <> 'PAID' OR NEW.outcome <> 'RETURNED' OR NOT EXISTS (
            SELECT FROM allowance_late_return d JOIN approval_request a USING (request_no)
            WHERE d.request_no = NEW.late_request AND d.payment_no = NEW.payment_no
              AND d.code = NEW.code AND d.paid_code = OLD.code
              AND a.outcome = 'APPROVED' AND a.decided_by IS DISTINCT FROM OLD.staff_id) THEN
        RAISE EXCEPTION 'a payment that was paid comes back by two signatures only' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER allowance_result_is_append_only ON allowance_result;
CREATE TRIGGER allowance_result_is_kept BEFORE UPDATE ON allowance_result FOR EACH ROW
    EXECUTE FUNCTION keep_allowance_result();
CREATE TRIGGER allowance_result_is_not_deleted BEFORE DELETE ON allowance_result FOR EACH ROW
    EXECUTE FUNCTION refuse_change();

-- Who took in that it was paid is not who said that it came back.
CREATE OR REPLACE FUNCTION settled_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.to_state = 'RECONCILED' AND EXISTS (
            SELECT FROM allowance_payment p JOIN allowance_result r USING (payment_no)
            WHERE p.run_no = NEW.run_no AND r.outcome = 'RETURNED' AND r.late_request IS NULL AND NOT p.withheld
              AND r.staff_id = NEW.staff_id) THEN
        RAISE EXCEPTION 'a run with returned payments is settled by another person than who took the bank''s results'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
