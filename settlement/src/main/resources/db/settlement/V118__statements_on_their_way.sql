-- Statements that are being taken in, and days that are compared again: how far each is, for whichever node is asked.
-- Nothing is resumed from here: a statement is taken in within one transaction, or not at all.
CREATE TABLE statement_incoming (
    job_id       text PRIMARY KEY CHECK (length(job_id) BETWEEN 1 AND 40),
    vendor_id    int NOT NULL REFERENCES vendor,
    day          date NOT NULL,
    takes        boolean NOT NULL,
    begun_as     text NOT NULL,
    begun_at     timestamptz NOT NULL,
    stage        text NOT NULL CHECK (stage IN ('WAITING', 'TAKING', 'COMPARING', 'DONE', 'FAILED')),
    percent      int NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
    lines        bigint NOT NULL DEFAULT 0,
    bad          bigint NOT NULL DEFAULT 0,
    statement_id int,
    before       boolean NOT NULL DEFAULT false,
    report       bigint[] CHECK (cardinality(report) = 9),
    why_code     text,
    why_zh       text,
    why_en       text,
    reference    text,
    heard_at     timestamptz NOT NULL,
    CHECK (num_nulls(why_code, why_zh, why_en) IN (0, 3))
);
COMMENT ON COLUMN statement_incoming.takes IS 'a statement is taken in; else a day is only compared again';
COMMENT ON COLUMN statement_incoming.before IS 'the file had been taken in before';
COMMENT ON COLUMN statement_incoming.report IS 'of the comparison, in the order of RunReport';
COMMENT ON COLUMN statement_incoming.reference IS 'of a failure in the log of its node';
COMMENT ON COLUMN statement_incoming.heard_at IS 'when its node last said anything; a node that works says so every second';
CREATE INDEX statement_incoming_by_age ON statement_incoming (begun_at);
