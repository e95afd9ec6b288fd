-- The denylist is a log of versions. A version is taken under the lock of one row that is held until the commit, so
-- versions become visible in their order: a terminal that has version 6 has not missed version 5. --------------------

CREATE TABLE denylist_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint NOT NULL CHECK (version >= 0)
);
INSERT INTO denylist_head (version) VALUES (0);

CREATE TABLE denylist_change (
    version     bigint PRIMARY KEY,
    card_serial int NOT NULL REFERENCES card,
    listed      boolean NOT NULL,
    reason      text NOT NULL CHECK (reason IN ('LOST', 'REPLACED', 'CANCELLED', 'HOLDER_DECEASED', 'REINSTATED')),
    changed_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX denylist_change_of_card ON denylist_change (card_serial, version);

-- Where a card stood and since when, with the version of the list that first told terminals. ---------------------

CREATE TABLE card_status (
    change_no        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    card_serial      int NOT NULL REFERENCES card,
    status           text NOT NULL CHECK (status IN ('ISSUED', 'ACTIVE', 'LOST', 'REPLACED', 'CANCELLED')),
    since            timestamptz NOT NULL,
    listed           boolean NOT NULL,
    denylist_version bigint REFERENCES denylist_change (version),
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN card_status.since IS 'from when it counts; may lie before it was recorded';
COMMENT ON COLUMN card_status.denylist_version IS 'that last put the card on the list or took it off; null: none ever did';
CREATE INDEX card_status_of_card ON card_status (card_serial);

-- Puts a card on the list or takes it off when that is new; the version that last did either, null when none did.
CREATE FUNCTION note_on_denylist(serial int, to_list boolean, why text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    latest denylist_change;
    taken bigint;
BEGIN
    SELECT * INTO latest FROM denylist_change WHERE card_serial = serial ORDER BY version DESC LIMIT 1;
    IF coalesce(latest.listed, false) = to_list THEN
        RETURN latest.version;
    END IF;
    UPDATE denylist_head SET version = version + 1 RETURNING version INTO taken;
    INSERT INTO denylist_change (version, card_serial, listed, reason)
    VALUES (taken, serial, to_list, CASE WHEN to_list THEN why ELSE 'REINSTATED' END);
    RETURN taken;
END $$;

-- Named so that they come before the triggers that move the account's version: the lock of the list is always the first.
CREATE FUNCTION keep_card_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    dead boolean;
    ended boolean := NEW.status IN ('LOST', 'REPLACED', 'CANCELLED');
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.status = OLD.status AND NEW.status_since = OLD.status_since THEN
        RETURN NULL;
    END IF;
    SELECT deceased_on IS NOT NULL INTO dead FROM holder WHERE holder_id = NEW.holder_id;
    INSERT INTO card_status (card_serial, status, since, listed, denylist_version)
    VALUES (NEW.card_serial, NEW.status, NEW.status_since, ended OR dead,
            note_on_denylist(NEW.card_serial, ended OR dead, CASE WHEN ended THEN NEW.status ELSE 'HOLDER_DECEASED' END));
    RETURN NULL;
END $$;
CREATE TRIGGER card_keeps_history AFTER INSERT OR UPDATE OF status, status_since ON card FOR EACH ROW
    EXECUTE FUNCTION keep_card_history();

CREATE FUNCTION list_cards_of_the_dead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.deceased_on IS NULL) <> (NEW.deceased_on IS NULL) THEN
        PERFORM note_on_denylist(card_serial, NEW.deceased_on IS NOT NULL, 'HOLDER_DECEASED')
        FROM card WHERE holder_id = NEW.holder_id AND status IN ('ISSUED', 'ACTIVE') ORDER BY card_serial;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER holder_death_lists_cards AFTER UPDATE OF deceased_on ON holder FOR EACH ROW
    EXECUTE FUNCTION list_cards_of_the_dead();

-- What is there already.
INSERT INTO card_status (card_serial, status, since, listed, denylist_version)
SELECT card_serial, status, status_since, status IN ('LOST', 'REPLACED', 'CANCELLED') OR deceased_on IS NOT NULL,
       note_on_denylist(card_serial, status IN ('LOST', 'REPLACED', 'CANCELLED') OR deceased_on IS NOT NULL,
                        CASE WHEN status IN ('LOST', 'REPLACED', 'CANCELLED') THEN status ELSE 'HOLDER_DECEASED' END)
FROM card JOIN holder USING (holder_id)
ORDER BY card_serial;

CREATE TRIGGER denylist_change_is_append_only BEFORE UPDATE OR DELETE ON denylist_change FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER denylist_change_is_not_truncated BEFORE TRUNCATE ON denylist_change FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER card_status_is_append_only BEFORE UPDATE OR DELETE ON card_status FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER card_status_is_not_truncated BEFORE TRUNCATE ON card_status FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
