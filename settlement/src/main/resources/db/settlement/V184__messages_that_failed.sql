-- A message whose telephone number does not open is given up after some tries, and can be sent again by hand.
ALTER TABLE allowance_message
    DROP CONSTRAINT allowance_message_fate_check,
    ADD CONSTRAINT allowance_message_fate_check CHECK (fate IN ('SENT', 'NO_PHONE', 'FAILED'));
COMMENT ON COLUMN allowance_message.fate IS 'FAILED: its telephone number does not open, and it waits for somebody to correct it and send it again';
COMMENT ON COLUMN allowance_message.sent_at IS 'when it was sent or given up';
CREATE INDEX allowance_message_failed ON allowance_message (kind, month) WHERE fate = 'FAILED';
CREATE OR REPLACE FUNCTION keep_allowance_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'sent_at', 'fate', 'tries');
    IF OLD.sent_at IS NOT NULL AND NOT (OLD.fate = 'FAILED' AND NEW.sent_at IS NULL AND NEW.fate IS NULL) THEN
        RAISE EXCEPTION 'a message is sent once' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
