-- Where staff work ----------------------------------------------------------------------------------------------------

CREATE TABLE counter (
    counter_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    district   smallint NOT NULL CHECK (district BETWEEN 2 AND 11),
    kind       text NOT NULL CHECK (kind IN ('BANK_BRANCH', 'COMMUNITY_DESK')),
    UNIQUE (counter_id, district)
);

-- Staff ---------------------------------------------------------------------------------------------------------------

CREATE TABLE staff (
    staff_id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account                text NOT NULL CHECK (account ~ '^[A-Za-z0-9][A-Za-z0-9._-]{2,31}$'),
    display_name           text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 40),
    roles                  text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['COUNTER_CLERK',
                               'COUNTER_SUPERVISOR', 'SETTLEMENT_CLERK', 'SETTLEMENT_SUPERVISOR', 'AUDITOR',
                               'ADMINISTRATOR']),
    district               smallint CHECK (district BETWEEN 2 AND 11),
    counter_id             int,
    status                 text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'DISABLED')),
    password_hash          text NOT NULL,
    password_changed_at    timestamptz NOT NULL,
    must_change_password   boolean NOT NULL,
    initial_password_until timestamptz,
    totp_secret            bytea,
    totp_changed_at        timestamptz,
    totp_last_step         bigint NOT NULL DEFAULT 0,
    last_signed_in_at      timestamptz,
    session_generation     int NOT NULL DEFAULT 1,
    row_version            int NOT NULL DEFAULT 1,
    created_at             timestamptz NOT NULL,
    FOREIGN KEY (counter_id, district) REFERENCES counter (counter_id, district),
    CHECK (counter_id IS NULL OR district IS NOT NULL),
    CHECK (district IS NULL OR NOT 'ADMINISTRATOR' = ANY (roles)),
    CHECK (must_change_password = (initial_password_until IS NOT NULL))
);
CREATE UNIQUE INDEX staff_account ON staff (lower(account));
COMMENT ON COLUMN staff.district IS 'null: the whole city';
COMMENT ON COLUMN staff.totp_secret IS 'sealed; null: none enrolled yet';
COMMENT ON COLUMN staff.totp_last_step IS 'time step of the last code that was used: no code counts twice';
COMMENT ON COLUMN staff.session_generation IS 'sessions of an older one are over';

-- Whatever changes what somebody may do, or how they prove who they are, ends their sessions, whoever wrote it.
CREATE FUNCTION end_sessions_of_staff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.roles, NEW.district, NEW.counter_id, NEW.status, NEW.password_changed_at, NEW.totp_changed_at)
       IS DISTINCT FROM
       (OLD.roles, OLD.district, OLD.counter_id, OLD.status, OLD.password_changed_at, OLD.totp_changed_at) THEN
        NEW.session_generation := OLD.session_generation + 1;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER staff_change_ends_sessions BEFORE UPDATE ON staff FOR EACH ROW EXECUTE FUNCTION end_sessions_of_staff();

CREATE TABLE staff_session (
    session_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staff_id        bigint NOT NULL REFERENCES staff,
    stage           text NOT NULL CHECK (stage IN ('SECOND_FACTOR', 'ENROLMENT', 'NEW_PASSWORD', 'OPEN')),
    generation      int NOT NULL,
    token_hash      bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    token_since     timestamptz NOT NULL,
    rotated_from    bytea UNIQUE CHECK (length(rotated_from) = 32),
    csrf            text NOT NULL,
    enrolling       bytea,
    wrong_codes     int NOT NULL DEFAULT 0,
    address         text NOT NULL,
    user_agent_hash bytea NOT NULL,
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    proved_at       timestamptz NOT NULL
);
CREATE INDEX staff_session_of_staff ON staff_session (staff_id);
COMMENT ON COLUMN staff_session.token_hash IS 'the token itself is kept by the browser alone';
COMMENT ON COLUMN staff_session.rotated_from IS 'hash of the token before this one: good for a short grace';
COMMENT ON COLUMN staff_session.enrolling IS 'second factor that is shown but not confirmed yet, sealed';
COMMENT ON COLUMN staff_session.proved_at IS 'when they last proved who they are';

-- How often sign-in failed. An account is kept as a hash: people type passwords into the wrong field.
CREATE TABLE sign_in_attempt (
    kind            text NOT NULL CHECK (kind IN ('ACCOUNT', 'ADDRESS', 'CODE', 'PAIR')),
    account_hash    bytea NOT NULL,
    address         text NOT NULL,
    failures        int NOT NULL DEFAULT 0,
    last_failure_at timestamptz NOT NULL,
    last_success_at timestamptz,
    PRIMARY KEY (kind, account_hash, address)
);
COMMENT ON COLUMN sign_in_attempt.last_success_at IS 'from here that account was signed in to: it has a budget of its own';

-- Programs of banks and others ------------------------------------------------------------------------------------------

CREATE TABLE api_client (
    client_id      text PRIMARY KEY CHECK (client_id ~ '^[a-z0-9][a-z0-9-]{2,31}$'),
    name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    roles          text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['COUNTER_CLERK',
                       'COUNTER_SUPERVISOR', 'SETTLEMENT_CLERK', 'SETTLEMENT_SUPERVISOR', 'AUDITOR']),
    district       smallint CHECK (district BETWEEN 2 AND 11),
    counter_id     int,
    status         text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'DISABLED')),
    secret_hash    bytea NOT NULL CHECK (length(secret_hash) = 32),
    old_hash       bytea CHECK (length(old_hash) = 32),
    old_until      timestamptz,
    row_version    int NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL,
    FOREIGN KEY (counter_id, district) REFERENCES counter (counter_id, district),
    CHECK (counter_id IS NULL OR district IS NOT NULL),
    CHECK ((old_hash IS NULL) = (old_until IS NULL))
);
COMMENT ON COLUMN api_client.old_hash IS 'the secret before this one, good until old_until';

CREATE TABLE api_token (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    client_id  text NOT NULL REFERENCES api_client,
    expires_at timestamptz NOT NULL
);
CREATE INDEX api_token_of_client ON api_token (client_id);

CREATE TABLE api_idempotency (
    call_no      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    client_id    text NOT NULL,
    key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 128),
    request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
    status       int,
    response     bytea,
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (client_id, key)
);
COMMENT ON COLUMN api_idempotency.response IS 'sealed; written in the transaction of the act';
