-- Breaks that were linked are few, and each comparison asks whether what they were linked with still counts.
CREATE INDEX settlement_break_linked ON settlement_break (vendor_id) WHERE status = 'LINKED';
