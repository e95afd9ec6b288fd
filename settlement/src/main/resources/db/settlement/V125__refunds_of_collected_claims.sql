-- A claim was collected from the family, and then the bank returned the payment that it was about: it is owed back ------

-- A collected claim of which somebody said that its money was given back; it is what a request is about.
CREATE TABLE allowance_refund (
    refund_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_no    bigint NOT NULL,
    holder_id bigint NOT NULL,
    month     date NOT NULL,
    UNIQUE (run_no, holder_id, month),
    FOREIGN KEY (run_no, holder_id, month) REFERENCES allowance_collected (run_no, holder_id, month)
);

CREATE TABLE allowance_refunded (
    run_no      bigint NOT NULL,
    holder_id   bigint NOT NULL,
    month       date NOT NULL,
    fen         bigint NOT NULL CHECK (fen > 0),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    staff_id    bigint NOT NULL,
    actor       text NOT NULL,
    request_no  bigint NOT NULL UNIQUE REFERENCES approval_request,
    PRIMARY KEY (run_no, holder_id, month),
    FOREIGN KEY (run_no, holder_id, month) REFERENCES allowance_refund (run_no, holder_id, month)
);
COMMENT ON TABLE allowance_refunded IS 'collected claims whose money was given back to the family';
CREATE INDEX allowance_refunded_of_holder ON allowance_refunded (holder_id, month);

DO $$ DECLARE t text; BEGIN
    FOREACH t IN ARRAY ARRAY['allowance_refund', 'allowance_refunded'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_is_append_only', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_is_not_truncated', t);
    END LOOP;
END $$;
