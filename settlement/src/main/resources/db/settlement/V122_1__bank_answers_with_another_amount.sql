-- A bank may repeat the amount that was ordered. Where it is another than ours the row is kept and changes nothing.
ALTER TABLE bank_status_row ADD COLUMN amount text;
COMMENT ON COLUMN bank_status_row.amount IS 'what the bank says was ordered, as CNY 17.00; null: it names none';
ALTER TABLE bank_status_row DROP CONSTRAINT bank_status_row_effect_check;
ALTER TABLE bank_status_row ADD CONSTRAINT bank_status_row_effect_check CHECK (effect IN ('ACCEPTED', 'REJECTED',
    'RETURNED', 'NOTED', 'UNCHANGED', 'UNKNOWN_ID', 'UNKNOWN_STATUS', 'CONTRADICTS', 'AMOUNT_DIFFERS'));
