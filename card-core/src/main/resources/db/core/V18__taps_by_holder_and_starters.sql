-- A holder's taps are found by an index that only days have which are cut: a tap on its way pays for none. Nodes make it,
-- one day at a time, and may make no other.
CREATE FUNCTION index_taps_of_day(day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
    partition text := 'tap_' || to_char(day, 'YYYYMMDD');
BEGIN
    IF NOT coalesce(day < (SELECT o.day FROM open_business_day o), false) THEN
        RAISE EXCEPTION '% is not cut', day USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    -- Only one node makes one at a time.
    PERFORM pg_advisory_xact_lock(7204);
    -- Only taps of this very day wait while it is made, and never behind one that itself waits for a lock.
    SET LOCAL lock_timeout = '200ms';
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I (holder_id, tapped_at)', partition || '_by_holder', partition);
END $$;
REVOKE EXECUTE ON FUNCTION index_taps_of_day(date) FROM PUBLIC;

-- A list of people is registered in somebody's name, and no longer than they may.
ALTER TABLE bulk_file ADD COLUMN starter_gone boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN bulk_file.starter_gone IS 'stopped because whoever let it begin may not register any more';

COMMENT ON COLUMN api_idempotency.key IS 'blind index of what the program chose';
