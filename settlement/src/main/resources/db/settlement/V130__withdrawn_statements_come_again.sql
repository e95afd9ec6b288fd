-- A file that was withdrawn by mistake can be sent again; whatever counts is taken in once.
ALTER TABLE vendor_statement DROP CONSTRAINT vendor_statement_vendor_id_digest_key;
CREATE UNIQUE INDEX vendor_statement_is_taken_once ON vendor_statement (vendor_id, digest) WHERE state <> 'WITHDRAWN';
