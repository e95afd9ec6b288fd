-- A message that cannot be sent waits behind the others, so that they are not kept waiting by it.
ALTER TABLE allowance_message ADD tries int NOT NULL DEFAULT 0;
COMMENT ON COLUMN allowance_message.tries IS 'how often it was not taken, by the gateway or for a phone that does not open';
DROP INDEX allowance_message_waiting;
CREATE INDEX allowance_message_waiting ON allowance_message (tries, message_no) WHERE sent_at IS NULL;
CREATE OR REPLACE FUNCTION keep_allowance_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'sent_at', 'fate', 'tries');
    IF OLD.sent_at IS NOT NULL THEN
        RAISE EXCEPTION 'a message is sent once' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
