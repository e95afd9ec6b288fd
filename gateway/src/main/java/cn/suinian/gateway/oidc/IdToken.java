package cn.suinian.gateway.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.ConstantTime;
import cn.suinian.core.staff.signin.ProviderProof;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of an ID token whose signature is right: OpenID Connect Core 1.0, section 3.1.3.7. Pure. */
final class IdToken {

    /** How far the provider's clock may be off. */
    static final Duration LEEWAY = Duration.ofSeconds(60);

    /** The provider is told to ask who it is, so that nobody comes in as the colleague who sat here before. */
    static final Duration PROVED_WITHIN = Duration.ofMinutes(10);

    private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256");
    private static final int LONGEST = 255;

    private final ProviderConfig config;
    private final String nonce;
    private final Instant now;

    private IdToken(ProviderConfig config, String nonce, Instant now) {
        this.config = config;
        this.nonce = nonce;
        this.now = now;
    }

    /**
     * Who it is.
     *
     * @param token as it was signed, for its header
     * @param claims what its signature was found right for
     */
    static ProviderProof check(String token, JsonObject claims, ProviderConfig config, String nonce, Instant now)
            throws ProviderException {
        try {
            return new IdToken(config, nonce, now).check(token, claims);
        } catch (ClassCastException | IllegalArgumentException | DecodeException malformed) {
            throw untrustworthy("a claim is of another kind than it should be");
        }
    }

    private ProviderProof check(String token, JsonObject claims) throws ProviderException {
        String head = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8);
        require(ALGORITHMS.contains(text(new JsonObject(head), "alg")), "algorithm");
        require(
                withoutSlash(text(claims, "iss"))
                        .equals(withoutSlash(config.issuer().toString())),
                "issuer");
        checkAudience(claims);
        require(now.minus(LEEWAY).isBefore(instant(claims, "exp")), "expired");
        require(!instant(claims, "iat").isAfter(now.plus(LEEWAY)), "issued in the future");
        require(ConstantTime.equal(text(claims, "nonce").getBytes(UTF_8), nonce.getBytes(UTF_8)), "nonce");
        Instant proved = claims.containsKey("auth_time") ? instant(claims, "auth_time") : null;
        require(proved == null || proved.isAfter(now.minus(PROVED_WITHIN).minus(LEEWAY)), "proved too long ago");
        return new ProviderProof(
                withoutSlash(config.issuer().toString()),
                text(claims, "sub"),
                text(claims, config.loginClaim()),
                proved,
                twoFactors(claims));
    }

    private void checkAudience(JsonObject claims) throws ProviderException {
        Object audience = claims.getValue("aud");
        List<?> meant = audience instanceof JsonArray many ? many.getList() : List.of(String.valueOf(audience));
        require(meant.contains(config.clientId()), "audience");
        boolean others = meant.size() > 1;
        require(!others || claims.containsKey("azp"), "audience");
        require(!claims.containsKey("azp") || config.clientId().equals(claims.getValue("azp")), "authorised party");
    }

    private boolean twoFactors(JsonObject claims) {
        return switch (config.secondFactor()) {
            case TRUSTED -> true;
            case OURS -> false;
            case ASSERTED ->
                says(claims.getValue("amr"), Set.of("mfa")) || says(claims.getValue("acr"), config.contexts());
        };
    }

    private static boolean says(@Nullable Object value, Set<String> wanted) {
        return value instanceof JsonArray many
                ? many.stream().anyMatch(each -> each instanceof String text && wanted.contains(text))
                : value instanceof String text && wanted.contains(text);
    }

    private static Instant instant(JsonObject claims, String name) throws ProviderException {
        require(claims.getValue(name) instanceof Number, name);
        return Instant.ofEpochSecond(claims.getLong(name));
    }

    private static String text(JsonObject claims, String name) throws ProviderException {
        if (claims.getValue(name) instanceof String text && !text.isBlank() && text.length() <= LONGEST) {
            return text;
        }
        throw untrustworthy(name + " is missing or no text");
    }

    static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static void require(boolean holds, String what) throws ProviderException {
        if (!holds) {
            throw untrustworthy(what);
        }
    }

    private static ProviderException untrustworthy(String what) {
        return new ProviderException(ProviderException.Kind.UNTRUSTWORTHY, "ID token: " + what);
    }
}
