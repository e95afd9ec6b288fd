-- An excuse says that there is no statement: it ends with the first that comes, also when that one is withdrawn later.
-- Then the vendor's day wants a statement, or two signatures anew.
ALTER TABLE statement_excuse DROP CONSTRAINT statement_excuse_pkey, ADD PRIMARY KEY (vendor_id, day, excused_at);

-- None is signed while a statement counts, so one that does, or did until later, came afterwards.
CREATE VIEW excuse_in_force AS
SELECT e.* FROM statement_excuse e
WHERE NOT EXISTS (SELECT FROM vendor_statement s
                  WHERE s.vendor_id = e.vendor_id AND s.day = e.day
                    AND (s.state <> 'WITHDRAWN' OR s.decided_at > e.excused_at));
