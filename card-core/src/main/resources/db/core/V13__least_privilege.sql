-- What nodes do that only the owner of the tables may do. Grants themselves are made at every start by the role that
-- migrates (ApplicationRole): they follow the tables of every module.

-- Nodes make tomorrow's partitions while they run. This much they may: one day's partition of one table.
CREATE FUNCTION make_tap_partition(day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
BEGIN
    IF day NOT BETWEEN '2000-01-01' AND '2100-01-01' THEN
        RAISE EXCEPTION 'no partition for %', day USING ERRCODE = 'datetime_field_overflow';
    END IF;
    -- Only one node makes partitions at a time.
    PERFORM pg_advisory_xact_lock(7201);
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF tap FOR VALUES FROM (%L) TO (%L)',
                   'tap_' || to_char(day, 'YYYYMMDD'), day, day + 1);
END $$;
REVOKE EXECUTE ON FUNCTION make_tap_partition(date) FROM PUBLIC;

-- The head of the audit trail moves by one, to an entry that is there, and never back.
CREATE FUNCTION audit_head_follows_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.entry_no <> OLD.entry_no + 1
       OR NOT EXISTS (SELECT FROM audit_log WHERE entry_no = NEW.entry_no AND hash = NEW.hash) THEN
        RAISE EXCEPTION 'the head of the audit trail follows the trail' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_head_follows BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_head_follows_log();
CREATE TRIGGER audit_head_is_kept BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_head_is_not_truncated BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
