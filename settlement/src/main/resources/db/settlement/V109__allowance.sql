-- The old-age allowance: who applied, what each month's run of a district lists, what the bank made of it. --------------

CREATE TABLE allowance_tier (
    from_age   smallint NOT NULL CHECK (from_age >= 60),
    to_age     smallint NOT NULL CHECK (to_age >= from_age),
    fen        bigint NOT NULL CHECK (fen > 0),
    valid_from date NOT NULL CHECK (extract(day FROM valid_from) = 1),
    valid_to   date CHECK (valid_to > valid_from AND extract(day FROM valid_to) = 1),
    basis      text NOT NULL,
    PRIMARY KEY (from_age, valid_from)
);
COMMENT ON COLUMN allowance_tier.valid_to IS 'first day on which it is not in force; amounts change with a month';
INSERT INTO allowance_tier (from_age, to_age, fen, valid_from, basis)
VALUES (70, 79, 20000, '2019-10-01', '深民规〔2019〕2号'),
       (80, 89, 30000, '2019-10-01', '深民规〔2019〕2号'),
       (90, 99, 50000, '2019-10-01', '深民规〔2019〕2号'),
       (100, 200, 100000, '2019-10-01', '深民规〔2019〕2号');

CREATE TABLE allowance_message (
    message_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    holder_id  bigint NOT NULL REFERENCES holder,
    kind       text NOT NULL CHECK (kind IN ('INVITATION', 'STOPPED', 'CHANGED')),
    reason     text NOT NULL DEFAULT '',
    month      date NOT NULL CHECK (extract(day FROM month) = 1),
    fen        bigint NOT NULL DEFAULT 0,
    made_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_on     date NOT NULL,
    sent_at    timestamptz,
    fate       text CHECK (fate IN ('SENT', 'NO_PHONE')),
    CHECK ((sent_at IS NULL) = (fate IS NULL)),
    UNIQUE (holder_id, kind, month)
);
COMMENT ON COLUMN allowance_message.month IS 'the month it speaks of';
CREATE INDEX allowance_message_waiting ON allowance_message (message_no) WHERE sent_at IS NULL;
CREATE FUNCTION keep_allowance_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'sent_at', 'fate');
    IF OLD.sent_at IS NOT NULL THEN
        RAISE EXCEPTION 'a message is sent once' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER allowance_message_is_kept BEFORE UPDATE ON allowance_message FOR EACH ROW
    EXECUTE FUNCTION keep_allowance_message();

CREATE TABLE allowance_reply (
    message_no  bigint PRIMARY KEY REFERENCES allowance_message,
    agreed      boolean NOT NULL,
    received_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN allowance_reply.agreed IS 'the reply was 同意; whatever else it was is nobody''s business and not kept';

CREATE TABLE allowance_application (
    holder_id   bigint PRIMARY KEY REFERENCES holder,
    applied_on  date NOT NULL,
    message_no  bigint UNIQUE REFERENCES allowance_message,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    staff_id    bigint,
    actor       text NOT NULL,
    CHECK ((message_no IS NULL) OR (staff_id IS NULL))
);
COMMENT ON COLUMN allowance_application.message_no IS 'the invitation that was answered; null: applied for at a desk';

-- Runs. ------------------------------------------------------------------------------------------------------------------

CREATE TABLE allowance_run (
    run_no        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month         date NOT NULL CHECK (extract(day FROM month) = 1),
    district      smallint NOT NULL CHECK (district BETWEEN 2 AND 11),
    state         text NOT NULL CHECK (state IN ('LISTED', 'DISCARDED', 'CONFIRMED', 'APPROVED', 'PAY_FILE', 'RECONCILED')),
    holders       int NOT NULL DEFAULT 0,
    payable_fen   bigint NOT NULL DEFAULT 0,
    recovery_fen  bigint NOT NULL DEFAULT 0,
    withdrawn_fen bigint NOT NULL DEFAULT 0,
    excluded      int NOT NULL DEFAULT 0,
    listed_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX one_run_of_a_month ON allowance_run (month, district) WHERE state <> 'DISCARDED';

CREATE TABLE allowance_run_act (
    act_no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_no     bigint NOT NULL REFERENCES allowance_run,
    from_state text,
    to_state   text NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    by         text NOT NULL,
    staff_id   bigint,
    reason     text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
    request_no bigint REFERENCES approval_request,
    CHECK ((to_state = 'APPROVED') <= (request_no IS NOT NULL))
);
CREATE INDEX allowance_run_act_of_run ON allowance_run_act (run_no, act_no);

CREATE FUNCTION keep_allowance_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'LISTED' OR OLD.holders + OLD.excluded > 0 THEN
        PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'state');
    END IF;
    IF OLD.state <> NEW.state AND NOT (OLD.state, NEW.state) IN (
            ('LISTED', 'DISCARDED'), ('LISTED', 'CONFIRMED'), ('CONFIRMED', 'LISTED'), ('CONFIRMED', 'APPROVED'),
            ('APPROVED', 'PAY_FILE'), ('PAY_FILE', 'RECONCILED')) THEN
        RAISE EXCEPTION 'a run does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER allowance_run_is_kept BEFORE UPDATE ON allowance_run FOR EACH ROW EXECUTE FUNCTION keep_allowance_run();

CREATE TABLE allowance_line (
    run_no    bigint NOT NULL REFERENCES allowance_run,
    holder_id bigint NOT NULL,
    month     date NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('REGULAR', 'ARREARS', 'RECOVERY', 'WITHDRAWN')),
    fen       bigint NOT NULL CHECK ((fen > 0) = (kind <> 'RECOVERY') AND fen <> 0),
    from_age  smallint NOT NULL,
    reason    text NOT NULL,
    PRIMARY KEY (holder_id, month, run_no, kind)
);
CREATE INDEX allowance_line_of_run ON allowance_line (run_no, holder_id);

CREATE TABLE allowance_note (
    run_no     bigint NOT NULL REFERENCES allowance_run,
    holder_id  bigint NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('EXCLUDED', 'NEW', 'STOPPED', 'CHANGED')),
    reason     text NOT NULL,
    before_fen bigint NOT NULL,
    after_fen  bigint NOT NULL,
    PRIMARY KEY (run_no, kind, holder_id)
);
COMMENT ON TABLE allowance_note IS 'who is left out of a run and why, and what differs from the month before';

CREATE TABLE allowance_payment (
    payment_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_no     bigint NOT NULL REFERENCES allowance_run,
    holder_id  bigint NOT NULL,
    fen        bigint NOT NULL CHECK (fen > 0),
    UNIQUE (run_no, holder_id)
);

CREATE TABLE allowance_result (
    payment_no  bigint PRIMARY KEY REFERENCES allowance_payment,
    outcome     text NOT NULL CHECK (outcome IN ('PAID', 'RETURNED')),
    code        text NOT NULL DEFAULT '' CHECK (code ~ '^[A-Za-z0-9_-]{0,32}$'),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor       text NOT NULL
);
COMMENT ON COLUMN allowance_result.code IS 'why the bank returned it, by the bank''s own code';

CREATE TABLE allowance_collected (
    run_no      bigint NOT NULL,
    holder_id   bigint NOT NULL,
    month       date NOT NULL,
    kind        text NOT NULL DEFAULT 'RECOVERY' CHECK (kind = 'RECOVERY'),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    staff_id    bigint NOT NULL,
    actor       text NOT NULL,
    PRIMARY KEY (run_no, holder_id, month),
    FOREIGN KEY (holder_id, month, run_no, kind) REFERENCES allowance_line (holder_id, month, run_no, kind)
);
COMMENT ON TABLE allowance_collected IS 'claims whose money came back';

DO $$ DECLARE t text; BEGIN
    FOREACH t IN ARRAY ARRAY['allowance_reply', 'allowance_application', 'allowance_run_act', 'allowance_line',
            'allowance_note', 'allowance_payment', 'allowance_result', 'allowance_collected'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_is_append_only', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_is_not_truncated', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['allowance_run', 'allowance_message'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_is_not_deleted', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_is_not_truncated', t);
    END LOOP;
END $$;
