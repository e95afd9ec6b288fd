-- A rule holds once a second person has approved it, and what rules resolve has an upper bound.
ALTER TABLE resolution_rule
    ADD COLUMN request_no   bigint UNIQUE REFERENCES approval_request,
    ADD COLUMN confirmed_at timestamptz;

-- Those that one person made end, and are asked for anew.
UPDATE resolution_rule SET ended_at = clock_timestamp() WHERE ended_at IS NULL;

ALTER TABLE resolution_rule
    ADD CONSTRAINT resolution_rule_has_bounds CHECK (most_fen <= 10000 AND most_day_fen <= 100000) NOT VALID;
COMMENT ON COLUMN resolution_rule.most_day_fen IS
    'all that rules resolve of this kind for one vendor and business day, with this one the last of them';

CREATE OR REPLACE FUNCTION keep_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'confirmed_at', 'ended_at');
    IF OLD.ended_at IS NOT NULL THEN
        RAISE EXCEPTION 'a rule ends once' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at AND (OLD.confirmed_at IS NOT NULL OR NOT EXISTS (
            SELECT FROM approval_request r
            WHERE r.request_no = OLD.request_no AND r.kind = 'RESOLUTION_RULE' AND r.subject = OLD.rule_id
              AND r.outcome = 'APPROVED')) THEN
        RAISE EXCEPTION 'a rule is approved once, by a second person' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION refuse_rule_of_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.request_no IS NULL OR NEW.confirmed_at IS NOT NULL THEN
        RAISE EXCEPTION 'a rule is asked for before it holds' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER resolution_rule_begins_waiting BEFORE INSERT ON resolution_rule FOR EACH ROW
    EXECUTE FUNCTION refuse_rule_of_one();
