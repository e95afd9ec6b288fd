-- What somebody wrote that is neither a yes nor a no goes when there is nobody to ask any more, or it is too old.
CREATE OR REPLACE FUNCTION keep_unclear_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        PERFORM keep_but_for(to_jsonb(OLD), to_jsonb(NEW), 'text_sealed');
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM allowance_reply r WHERE r.message_no = OLD.message_no)
       AND NOT EXISTS (SELECT FROM allowance_message m JOIN allowance_application a USING (holder_id)
                       WHERE m.message_no = OLD.message_no)
       AND NOT EXISTS (SELECT FROM allowance_message m JOIN holder h USING (holder_id)
                       WHERE m.message_no = OLD.message_no AND h.deceased_on IS NOT NULL)
       AND OLD.received_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date - interval '1 year' THEN
        RAISE EXCEPTION 'an unclear reply is kept until there is a clear one, a death, or a year over it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END $$;
COMMENT ON TABLE allowance_unclear_reply IS
    'deleted with the clear reply or the application that ends the matter, after a death, and after a year';
