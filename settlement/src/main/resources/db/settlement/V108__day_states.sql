-- The later states of a business day: who moved it, when and why; how far a long step is; the timetable. -------------

CREATE TABLE business_day_act (
    act_no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day        date NOT NULL REFERENCES business_day,
    from_state text,
    to_state   text NOT NULL,
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    by         text NOT NULL,
    staff_id   bigint,
    reason     text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
    request_no bigint UNIQUE REFERENCES approval_request,
    CONSTRAINT a_step_of_a_day CHECK (
        CASE WHEN from_state IS NULL THEN to_state = 'OPEN'
             ELSE (from_state, to_state) IN (
                 ('OPEN', 'CUT'), ('CUT', 'CLEARED'), ('CLEARED', 'RECONCILED'), ('RECONCILED', 'APPROVED'),
                 ('APPROVED', 'PAID'), ('PAID', 'SEALED'), ('RECONCILED', 'CLEARED'), ('APPROVED', 'CLEARED')) END),
    CONSTRAINT signed_by_two CHECK ((request_no IS NOT NULL) =
        (to_state = 'APPROVED' OR (to_state = 'CLEARED' AND from_state IN ('RECONCILED', 'APPROVED'))))
);
COMMENT ON TABLE business_day_act IS 'every step that a business day ever made, forwards and back';
COMMENT ON COLUMN business_day_act.by IS 'which node and process, or the name that a member of staff signs in with';
COMMENT ON COLUMN business_day_act.request_no IS 'the second signature of an approval or of a re-opening';
CREATE INDEX business_day_act_of_day ON business_day_act (day, act_no);

CREATE TRIGGER business_day_act_is_append_only BEFORE UPDATE OR DELETE ON business_day_act
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER business_day_act_is_not_truncated BEFORE TRUNCATE ON business_day_act
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was known of the days before there was a history.
INSERT INTO business_day_act (day, from_state, to_state, at, by)
SELECT day, NULL AS was, 'OPEN', opened_at AS moment, coalesce(cut_by, 'set-up') FROM business_day
UNION ALL
SELECT day, 'OPEN', 'CUT', cut_at, cut_by FROM business_day WHERE cut_at IS NOT NULL
UNION ALL
SELECT day, 'CUT', 'CLEARED', cleared_at, cleared_by FROM business_day WHERE cleared_at IS NOT NULL
ORDER BY day, moment;

-- Nobody skips a step, and what was paid stays paid, whoever writes.
CREATE FUNCTION refuse_skipped_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (OLD.state, NEW.state) IN (
            ('OPEN', 'CUT'), ('CUT', 'CLEARED'), ('CLEARED', 'RECONCILED'), ('RECONCILED', 'APPROVED'),
            ('APPROVED', 'PAID'), ('PAID', 'SEALED'), ('RECONCILED', 'CLEARED'), ('APPROVED', 'CLEARED')) THEN
        RAISE EXCEPTION 'a business day does not go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER business_day_goes_step_by_step BEFORE UPDATE OF state ON business_day
    FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION refuse_skipped_step();

-- What a long step is at, for whoever waits for it. Written beside the step's own transaction, and no truth of its own.
CREATE TABLE day_progress (
    day    date PRIMARY KEY,
    step   text NOT NULL,
    done   bigint NOT NULL CHECK (done >= 0),
    of     bigint NOT NULL CHECK (of >= 0),
    detail text NOT NULL DEFAULT '',
    since  timestamptz NOT NULL,
    seen   timestamptz NOT NULL,
    by     text NOT NULL
);
COMMENT ON COLUMN day_progress.of IS '0: nobody knows how much there is';
COMMENT ON COLUMN day_progress.seen IS 'when the step last said something; one that died says nothing more';

-- The timetable of recurring work, as db-scheduler keeps it.
CREATE TABLE settlement_job (
    task_name            text NOT NULL,
    task_instance        text NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX settlement_job_due ON settlement_job (execution_time);
CREATE INDEX settlement_job_alive ON settlement_job (last_heartbeat);

-- How many people a cleared day subsidised, by service: what the cost of a head is watched by.
CREATE TABLE day_heads (
    day         date NOT NULL REFERENCES business_day,
    service     smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    heads       bigint NOT NULL CHECK (heads >= 0),
    subsidy_fen bigint NOT NULL CHECK (subsidy_fen >= 0),
    PRIMARY KEY (day, service)
);
