-- What the bank returned is owed again: who took its word does not settle the run --------------------------------------

ALTER TABLE allowance_result ADD staff_id bigint;
COMMENT ON COLUMN allowance_result.staff_id IS 'who took the file in; null: from before this was kept, or withheld by the order itself';

CREATE FUNCTION settled_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.to_state = 'RECONCILED' AND EXISTS (
            SELECT FROM allowance_payment p JOIN allowance_result r USING (payment_no)
            WHERE p.run_no = NEW.run_no AND r.outcome = 'RETURNED' AND NOT p.withheld AND r.staff_id = NEW.staff_id) THEN
        RAISE EXCEPTION 'a run with returned payments is settled by another person than who took the bank''s results'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER allowance_run_is_settled_by_another BEFORE INSERT ON allowance_run_act FOR EACH ROW
    EXECUTE FUNCTION settled_by_another();
