package cn.suinian.gateway.oidc;

import cn.suinian.core.staff.signin.ProviderProof;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The provider, asked without a thread waiting. What it says of itself is kept for five minutes. */
public final class Provider {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_AT_ONCE = 50;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int SILENT_SECONDS = 5;
    private static final int PATIENCE_SECONDS = 10;
    private static final long RETIRE_MILLIS = 60_000;

    private final Vertx vertx;
    private final ProviderConfig config;
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable Future<OAuth2Auth> known;
    private Instant knownSince = Instant.EPOCH;

    public Provider(Vertx vertx, ProviderConfig config, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
    }

    /** How it is reached. */
    public ProviderConfig config() {
        return config;
    }

    /** Whether this is what the provider calls itself (RFC 9207). */
    public boolean isIssuer(String issuer) {
        return IdToken.withoutSlash(issuer)
                .equals(IdToken.withoutSlash(config.issuer().toString()));
    }

    /**
     * Where the browser goes on this trip; fails with a {@link ProviderException}.
     *
     * @param back where the provider leads it in the end
     */
    public Future<String> address(Trip trip, String back) {
        return bounded(() -> discovered().map(auth -> auth.authorizeURL(question(trip, back))));
    }

    /** What the provider says of whoever came back with this code; fails with a {@link ProviderException}. */
    public Future<ProviderProof> redeem(Trip trip, String code, String back) {
        Oauth2Credentials credentials = new Oauth2Credentials()
                .setFlow(OAuth2FlowType.AUTH_CODE)
                .setCode(code)
                .setRedirectUri(back)
                .setCodeVerifier(trip.verifier());
        return bounded(() -> discovered()
                        .compose(auth -> auth.authenticate(credentials))
                        .compose(user -> proof(user, trip)))
                // Its keys may have changed: the next one asks again.
                .onFailure(failure -> forget());
    }

    private OAuth2AuthorizationURL question(Trip trip, String back) {
        OAuth2AuthorizationURL question = new OAuth2AuthorizationURL()
                .setRedirectUri(back)
                .setScopes(config.scopes())
                .setState(trip.state())
                .setCodeChallenge(trip.challenge())
                .setCodeChallengeMethod("S256")
                .setPrompt("login")
                .putAdditionalParameter("nonce", trip.nonce())
                .putAdditionalParameter("max_age", Long.toString(IdToken.PROVED_WITHIN.toSeconds()));
        return config.contexts().isEmpty()
                ? question
                : question.putAdditionalParameter(
                        "acr_values",
                        String.join(" ", config.contexts().stream().sorted().toList()));
    }

    private Future<ProviderProof> proof(User user, Trip trip) {
        String token = user.principal().getString("id_token", "");
        JsonObject claims = user.attributes().getJsonObject("idToken");
        if (claims == null) {
            return Future.failedFuture(new ProviderException(
                    ProviderException.Kind.UNTRUSTWORTHY,
                    "ID token: missing, not signed by a key of the issuer, or" + " not for us"));
        }
        try {
            return Future.succeededFuture(IdToken.check(token, claims, config, trip.nonce(), clock.instant()));
        } catch (ProviderException refused) {
            return Future.failedFuture(refused);
        }
    }

    private <T> Future<T> bounded(Supplier<Future<T>> question) {
        if (underWay.incrementAndGet() > MOST_AT_ONCE) {
            underWay.decrementAndGet();
            return Future.failedFuture(new ProviderException(ProviderException.Kind.DOWN, "too many wait for it"));
        }
        return question.get()
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .recover(failure -> Future.failedFuture(told(failure)))
                .onComplete(done -> underWay.decrementAndGet());
    }

    private synchronized Future<OAuth2Auth> discovered() {
        boolean good = known != null && !known.failed() && clock.instant().isBefore(knownSince.plus(KEPT));
        if (!good) {
            forget();
            knownSince = clock.instant();
            known = OpenIDConnectAuth.discover(vertx, options()).recover(failure -> Future.failedFuture(down(failure)));
        }
        return known;
    }

    /** Closed a little later: somebody may be half way with it, and its timer must not go on for ever. */
    private synchronized void forget() {
        if (known != null) {
            known.onSuccess(old -> vertx.setTimer(RETIRE_MILLIS, passed -> old.close()));
        }
        known = null;
    }

    private OAuth2Options options() {
        HttpClientOptions http =
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setIdleTimeout(SILENT_SECONDS);
        config.caFile().ifPresent(file -> http.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return new OAuth2Options()
                .setSite(IdToken.withoutSlash(config.issuer().toString()))
                .setClientId(config.clientId())
                .setClientSecret(config.clientSecret().reveal())
                .setJWTOptions(new JWTOptions().setLeeway((int) IdToken.LEEWAY.toSeconds()))
                .setHttpClientOptions(http);
    }

    /** The library's messages quote the provider's answers, which may have tokens in them. */
    private static ProviderException told(Throwable failure) {
        if (failure instanceof ProviderException ours) {
            return ours;
        }
        boolean silent = failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof HttpClosedException
                || failure instanceof StreamResetException;
        return silent
                ? down(failure)
                : new ProviderException(ProviderException.Kind.CODE_REFUSED, "the code was not taken");
    }

    private static ProviderException down(Throwable failure) {
        return new ProviderException(
                ProviderException.Kind.DOWN, failure.getClass().getSimpleName());
    }
}
