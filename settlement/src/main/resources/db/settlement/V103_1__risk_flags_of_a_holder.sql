-- A holder's page shows the flags on their taps; without this it read every flag there ever was.
CREATE INDEX risk_flag_of_holder ON risk_flag (holder_id, flag_id);
