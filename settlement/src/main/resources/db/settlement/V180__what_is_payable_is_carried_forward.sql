-- What is payable is what the journal has of all days. Sealed days change no more, so they are added up once.
CREATE TABLE payable_carried (
    payer smallint NOT NULL,
    vendor_id int NOT NULL REFERENCES vendor,
    due_fen bigint NOT NULL,
    paid_fen bigint NOT NULL,
    PRIMARY KEY (payer, vendor_id)
);
COMMENT ON TABLE payable_carried IS 'what payers owe vendors of the days up to payable_carried_through, all together';
COMMENT ON COLUMN payable_carried.due_fen IS 'what these days owe, adjustments included; below zero: the vendor owes it';
COMMENT ON COLUMN payable_carried.paid_fen IS 'what was paid on them, below zero, and what came back of it';

CREATE TABLE payable_carried_through (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    day date NOT NULL
);
COMMENT ON TABLE payable_carried_through IS 'the last day that is carried forward; 1970-01-01: none is';
INSERT INTO payable_carried_through (day) VALUES ('1970-01-01');
