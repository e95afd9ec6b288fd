-- What is carried forward decides what is paid. Its sums change in the transaction that moves their day forward, and are
-- emptied by taking that day back to before every day; they are added up anew then.
CREATE FUNCTION keep_payable_carried() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM payable_carried_through WHERE day = '1970-01-01')
       OR TG_OP <> 'DELETE' AND EXISTS (SELECT FROM payable_carried_through
                                        WHERE xmin = pg_current_xact_id()::xid AND day > '1970-01-01') THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'what is carried forward changes only with its day'
        USING ERRCODE = 'restrict_violation',
              HINT = 'to have it added up anew, set payable_carried_through to 1970-01-01';
END $$;
CREATE TRIGGER payable_carried_is_kept BEFORE INSERT OR UPDATE OR DELETE ON payable_carried FOR EACH STATEMENT
    EXECUTE FUNCTION keep_payable_carried();
CREATE TRIGGER payable_carried_is_not_truncated BEFORE TRUNCATE ON payable_carried FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();

-- Whoever reads what is payable holds the day until they are done; a plain update would not wait for them.
CREATE FUNCTION wait_for_payable_readers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM payable_carried_through FOR UPDATE;
    RETURN NULL;
END $$;
CREATE TRIGGER payable_carried_through_waits BEFORE UPDATE ON payable_carried_through FOR EACH STATEMENT
    EXECUTE FUNCTION wait_for_payable_readers();

CREATE FUNCTION carry_forward_or_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.day > OLD.day THEN
        RETURN NEW;
    ELSIF NEW.day = '1970-01-01' THEN
        DELETE FROM payable_carried;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'what is carried forward goes forward, or is added up anew from 1970-01-01'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER payable_carried_through_is_kept AFTER UPDATE ON payable_carried_through FOR EACH ROW
    EXECUTE FUNCTION carry_forward_or_anew();
CREATE TRIGGER payable_carried_through_stays BEFORE DELETE ON payable_carried_through FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payable_carried_through_is_not_truncated BEFORE TRUNCATE ON payable_carried_through FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
