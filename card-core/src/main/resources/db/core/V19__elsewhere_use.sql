-- What somebody does in a day for holders whom other districts serve is counted: a counter stops a card for anybody,
-- but not every card of the city. ------------------------------------------------------------------------------------

CREATE TABLE elsewhere_use (
    actor text NOT NULL,
    day   date NOT NULL,
    kind  text NOT NULL CHECK (kind IN ('LOSS', 'LOOK', 'SEARCH')),
    uses  int NOT NULL CHECK (uses > 0),
    PRIMARY KEY (actor, day, kind)
);
COMMENT ON TABLE elsewhere_use IS 'how often somebody did this for holders of other districts on a day in Shenzhen';
COMMENT ON COLUMN elsewhere_use.actor IS 'staff and the number of whom, or the account of a program';
