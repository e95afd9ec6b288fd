-- Who did what: numbered without gaps, each entry hashed over the one before (AuditRow). ------------------------------

CREATE TABLE audit_log (
    entry_no     bigint PRIMARY KEY CHECK (entry_no > 0),
    at           timestamptz NOT NULL,
    staff_id     bigint,
    actor        text NOT NULL,
    address      text NOT NULL,
    act          text NOT NULL CHECK (act ~ '^[A-Z][A-Z0-9_]{0,47}$'),
    subject_kind text,
    subject      text,
    before       text NOT NULL,
    after        text NOT NULL,
    reason       text,
    hash         bytea NOT NULL CHECK (length(hash) = 32),
    CHECK ((subject_kind IS NULL) = (subject IS NULL))
);
COMMENT ON COLUMN audit_log.before IS 'name=value lines, masked';
CREATE INDEX audit_log_of_subject ON audit_log (subject_kind, subject, entry_no);
CREATE INDEX audit_log_of_actor ON audit_log (actor, entry_no);
CREATE INDEX audit_log_at ON audit_log (at);
CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_log_is_not_truncated BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();

-- The newest entry; locked by whoever writes the next one, until the commit.
CREATE TABLE audit_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    entry_no bigint NOT NULL,
    hash     bytea NOT NULL
);
INSERT INTO audit_head (entry_no, hash) VALUES (0, decode(repeat('00', 32), 'hex'));
