-- A limit and a bank account end with their request when whoever asked takes it back. ---------------------------------

ALTER TABLE settlement_limit
    DROP CONSTRAINT settlement_limit_state_check,
    DROP CONSTRAINT settlement_limit_check,
    ADD CONSTRAINT settlement_limit_state_check CHECK (state IN ('WAITING', 'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
    ADD CONSTRAINT settlement_limit_check CHECK ((state = 'WITHDRAWN') = (decided_by = asked_by));

ALTER TABLE bank_account_version
    DROP CONSTRAINT bank_account_version_state_check,
    DROP CONSTRAINT bank_account_version_check1,
    ADD CONSTRAINT bank_account_version_state_check CHECK (
        state IN ('WAITING', 'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
    ADD CONSTRAINT bank_account_version_check1 CHECK ((state = 'WITHDRAWN') = (decided_by = asked_by));

CREATE OR REPLACE FUNCTION keep_limit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'state', 'holds_from', 'decided_by', 'decided_as', 'decided_at');
    IF OLD.state <> 'WAITING' OR NOT EXISTS (
            SELECT FROM approval_request r
            WHERE r.request_no = OLD.request_no AND r.kind = 'SETTLEMENT_LIMIT' AND r.subject = OLD.limit_no
              AND r.outcome = CASE NEW.state WHEN 'CONFIRMED' THEN 'APPROVED' ELSE NEW.state END
              AND r.decided_by = NEW.decided_by) THEN
        RAISE EXCEPTION 'a limit is decided once, by a second person' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
