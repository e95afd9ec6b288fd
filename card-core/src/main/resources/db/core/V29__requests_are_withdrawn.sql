-- Whoever asked may take an open request back; to approve or reject it takes somebody else, as before. -----------------

ALTER TABLE approval_request
    DROP CONSTRAINT approval_request_outcome_check,
    DROP CONSTRAINT approval_request_check,
    ADD CONSTRAINT approval_request_outcome_check CHECK (outcome IN ('APPROVED', 'REJECTED', 'WITHDRAWN')),
    ADD CONSTRAINT approval_request_check CHECK ((outcome = 'WITHDRAWN') = (decided_by = asked_by));
