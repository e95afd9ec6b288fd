-- What staff keep of vendors and terminals. row_version: a page that shows an older one may not overwrite.
ALTER TABLE vendor
    ADD COLUMN name_en text CHECK (length(name_en) BETWEEN 1 AND 80),
    ADD COLUMN row_version int NOT NULL DEFAULT 1;

ALTER TABLE terminal
    ADD COLUMN row_version int NOT NULL DEFAULT 1,
    ADD COLUMN suspended_why text CHECK (length(suspended_why) BETWEEN 1 AND 200);
COMMENT ON COLUMN terminal.suspended_why IS 'as whoever suspended it said; null when nobody did, or before this was asked';
CREATE INDEX terminal_of_vendor ON terminal (vendor_id, terminal_id);
