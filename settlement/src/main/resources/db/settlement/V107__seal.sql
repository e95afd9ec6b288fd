-- The seal of a business day: a hash over all its rows, signed, with the hash of the day before in it.
CREATE TABLE day_seal (
    day           date PRIMARY KEY REFERENCES business_day,
    seal_no       bigint NOT NULL UNIQUE CHECK (seal_no > 0),
    previous_day  date,
    previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
    hash          bytea NOT NULL CHECK (length(hash) = 32),
    key_version   int NOT NULL,
    public_key    bytea NOT NULL CHECK (length(public_key) = 65),
    signature     text NOT NULL CHECK (signature ~ '^[0-9a-f]{128}$'),
    sealed_at     timestamptz NOT NULL,
    sealed_by     text NOT NULL,
    CHECK ((previous_day IS NULL) = (seal_no = 1)),
    CHECK (previous_day < day)
);
COMMENT ON COLUMN day_seal.hash IS 'SM3 of the seal''s text: number, day, the seal before, and count and root of each section';
COMMENT ON COLUMN day_seal.public_key IS 'so that a signature can be checked without the keystore; the keystore says whether the key is ours';

CREATE TABLE day_seal_section (
    day     date NOT NULL REFERENCES day_seal,
    section text NOT NULL CHECK (section IN
                ('TAP', 'REVERSAL', 'CLEARING_LINE', 'CLEARING_REVERSAL', 'CLEARING_DECLINE', 'JOURNAL')),
    rows    bigint NOT NULL CHECK (rows >= 0),
    root    bytea NOT NULL CHECK (length(root) = 32),
    PRIMARY KEY (day, section)
);
COMMENT ON COLUMN day_seal_section.root IS 'Merkle root over the rows in the order of their keys (RFC 6962 with SM3)';

-- What is needed to find the row that differs: 4,096 rows in a chunk, 8 bytes a row. A seal is checked without it.
CREATE TABLE seal_chunk (
    day       date NOT NULL REFERENCES day_seal,
    section   text NOT NULL,
    chunk_no  int NOT NULL CHECK (chunk_no >= 0),
    rows      int NOT NULL CHECK (rows BETWEEN 1 AND 4096),
    first_key text NOT NULL,
    root      bytea NOT NULL CHECK (length(root) = 32),
    leaves    bytea NOT NULL,
    PRIMARY KEY (day, section, chunk_no),
    FOREIGN KEY (day, section) REFERENCES day_seal_section DEFERRABLE INITIALLY DEFERRED,
    CHECK (length(leaves) = 8 * rows)
);
ALTER TABLE seal_chunk ALTER leaves SET STORAGE EXTERNAL;
ALTER TABLE seal_chunk ALTER CONSTRAINT seal_chunk_day_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE day_seal_section ALTER CONSTRAINT day_seal_section_day_fkey DEFERRABLE INITIALLY DEFERRED;
COMMENT ON COLUMN seal_chunk.leaves IS 'the first 8 bytes of the hash of each row; hashes do not compress, so nothing is tried';

DO $$ DECLARE t text; BEGIN
    FOREACH t IN ARRAY ARRAY['day_seal', 'day_seal_section', 'seal_chunk'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_is_append_only', t);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_is_not_truncated', t);
    END LOOP;
END $$;

-- What was told the public of a day, once.
CREATE TABLE day_publication (
    day          date PRIMARY KEY REFERENCES day_seal DEFERRABLE INITIALLY DEFERRED,
    content      bytea NOT NULL,
    key_version  int NOT NULL,
    signature    text NOT NULL CHECK (signature ~ '^[0-9a-f]{128}$'),
    published_at timestamptz NOT NULL
);
CREATE TRIGGER day_publication_is_append_only BEFORE UPDATE OR DELETE ON day_publication FOR EACH ROW
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER day_publication_is_not_truncated BEFORE TRUNCATE ON day_publication FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change();
