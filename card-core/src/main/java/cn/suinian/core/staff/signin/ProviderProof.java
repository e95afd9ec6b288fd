package cn.suinian.core.staff.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the house's provider of identity says of somebody, after everything about it was checked.
 *
 * @param issuer which provider
 * @param subject whom it means; never given to another person there
 * @param login what they are called there, to be found in our register
 * @param provedAt when they proved there who they are; null: it does not say
 * @param twoFactors whether they proved it in two ways, so that no code of ours is asked for
 */
public record ProviderProof(
        String issuer,
        String subject,
        String login,
        @Nullable Instant provedAt,
        boolean twoFactors) {

    /** Keeps who it is out of every log. */
    @Override
    public String toString() {
        return "ProviderProof of " + issuer;
    }
}
