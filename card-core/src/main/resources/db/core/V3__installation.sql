-- What kind of database this is. A demo city's keys and counters are written to a file at every start; those of a
-- real city never are.
CREATE TABLE installation (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    demo_city  boolean NOT NULL,
    planted_at timestamptz NOT NULL DEFAULT now()
);
