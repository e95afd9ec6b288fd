-- The approved taps of a cleared day by the hour in which they were made, for charts: clearing has no hours.

-- Days that were counted, so that one without taps is not counted for ever.
CREATE TABLE day_hours_counted (
    day date PRIMARY KEY REFERENCES business_day
);

CREATE TABLE day_hour (
    day         date NOT NULL REFERENCES day_hours_counted,
    hour        smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
    payer       smallint NOT NULL CHECK (payer BETWEEN 0 AND 11),
    service     smallint NOT NULL CHECK (service BETWEEN 1 AND 5),
    taps        bigint NOT NULL CHECK (taps > 0),
    subsidy_fen bigint NOT NULL CHECK (subsidy_fen >= 0),
    PRIMARY KEY (day, hour, payer, service)
);
COMMENT ON COLUMN day_hour.payer IS 'as in clearing_line: 0 nobody, 1 the city, 2 to 11 a district';
COMMENT ON COLUMN day_hour.subsidy_fen IS 'subsidy, operator''s and delivery subsidy together';
