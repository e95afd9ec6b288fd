-- Staff may sign in through the house's own OpenID Connect provider: whose subject there is whom of the register.
ALTER TABLE staff
    ADD COLUMN provider_issuer     text CHECK (length(provider_issuer) BETWEEN 1 AND 512),
    ADD COLUMN provider_subject    text CHECK (length(provider_subject) BETWEEN 1 AND 255),
    ADD COLUMN provider_link_until timestamptz,
    ADD CONSTRAINT staff_provider_is_whole CHECK ((provider_issuer IS NULL) = (provider_subject IS NULL)),
    ADD CONSTRAINT staff_provider_once CHECK (provider_subject IS NULL OR provider_link_until IS NULL);
CREATE UNIQUE INDEX staff_provider_subject ON staff (provider_issuer, provider_subject);
COMMENT ON COLUMN staff.provider_subject IS 'never given to another person by its issuer, unlike a login name';
COMMENT ON COLUMN staff.provider_link_until IS 'until then the first sign-in there under this account name is linked';
