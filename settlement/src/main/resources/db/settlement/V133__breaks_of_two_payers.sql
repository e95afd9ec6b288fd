COMMENT ON COLUMN settlement_break.second IS
    'of a row that contradicts another: statement times 2^32 plus line; of what another payer was adjusted for before: -1 less the payer';
