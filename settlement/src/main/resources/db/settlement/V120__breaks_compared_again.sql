-- How far a vendor's breaks were compared again: a tap that came late, or a reversal, may have made good what a break
-- is about, or pay what an adjustment had paid before.
CREATE TABLE break_recheck (
    vendor_id    int PRIMARY KEY REFERENCES vendor,
    through_day  date NOT NULL,
    rechecked_at timestamptz NOT NULL
);
COMMENT ON COLUMN break_recheck.through_day IS 'the last business day that was cleared when its breaks were compared';
