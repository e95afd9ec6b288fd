package cn.suinian.gateway.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.settings.Secret;
import cn.suinian.core.staff.signin.SignInConfig.PasswordsOf;
import cn.suinian.gateway.oidc.ProviderConfig.SecondFactor;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A small OpenID Connect provider with keys of its own, which can be told to lie in every way that a test needs. */
public final class HouseProvider implements AutoCloseable {
    /** Made once: to find two large primes takes longer than all the rest of a test. */
    private static final KeyPair FIRST = rsa();

    private static final KeyPair FOREIGN_KEYS = rsa();

    public static final String CLIENT = "suinian-console";
    public static final String SECRET = "a-secret-of-the-client";

    /** How a token is signed. */
    public enum Signing {
        RS256,
        ES256,
        /** Not at all. */
        NONE,
        /** By a key that is not the provider's. */
        FOREIGN,
        /** By the public key, as if it were a secret that both know. */
        PUBLIC_AS_SECRET,
        /** Right, and then another claim put in. */
        TAMPERED
    }

    private record Grant(JsonObject claims, String redirect, String challenge) {}

    private final Vertx vertx = Vertx.vertx();
    private final Clock clock;
    private final KeyPair elliptic = elliptic();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final AtomicInteger codes = new AtomicInteger();
    private final HttpServer server;
    private final String host;
    private volatile KeyPair keys = FIRST;
    private volatile String keyId = "key-1";

    /** What the ID token says beside what it has to. */
    public volatile Consumer<JsonObject> tweak = claims -> {};

    public volatile Signing signing = Signing.RS256;

    public HouseProvider(Clock clock) {
        this(clock, "127.0.0.1");
    }

    /** One that browsers know under this name of the machine. */
    public HouseProvider(Clock clock, String host) {
        this.clock = clock;
        this.host = host;
        Router router = Router.router(vertx);
        router.get("/.well-known/openid-configuration").handler(this::discovery);
        router.get("/keys").handler(this::keys);
        router.get("/authorize").handler(this::authorize);
        router.post("/token").handler(BodyHandler.create(false)).handler(this::token);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
    }

    public String issuer() {
        return "http://" + host + ":" + server.actualPort();
    }

    /** How a console asks it. */
    public ProviderConfig config(SecondFactor secondFactor, PasswordsOf passwordsOf) {
        return new ProviderConfig(
                URI.create(issuer()),
                CLIENT,
                new Secret(SECRET),
                "preferred_username",
                List.of("openid", "profile"),
                Optional.of("市民政局"),
                secondFactor,
                Set.of("house:two"),
                passwordsOf,
                Optional.empty());
    }

    /** From now on it signs with other keys. */
    public void changeKeys() {
        keys = rsa();
        keyId = "key-2";
    }

    private void discovery(RoutingContext request) {
        request.json(new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys"));
    }

    private void keys(RoutingContext request) {
        RSAPublicKey rsa = (RSAPublicKey) keys.getPublic();
        ECPublicKey ec = (ECPublicKey) elliptic.getPublic();
        request.json(new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("use", "sig")
                                        .put("alg", "RS256")
                                        .put("kid", keyId)
                                        .put("n", number(rsa.getModulus(), 256))
                                        .put("e", number(rsa.getPublicExponent(), 3)))
                                .add(new JsonObject()
                                        .put("kty", "EC")
                                        .put("use", "sig")
                                        .put("alg", "ES256")
                                        .put("crv", "P-256")
                                        .put("kid", "key-ec")
                                        .put("x", number(ec.getW().getAffineX(), 32))
                                        .put("y", number(ec.getW().getAffineY(), 32)))));
    }

    /** A browser gets a page with a link, as one would after its password; a test is led back at once. */
    private void authorize(RoutingContext request) {
        Map<String, String> asked = new ConcurrentHashMap<>();
        request.queryParams().forEach(asked::put);
        boolean known = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && "login".equals(asked.get("prompt"));
        if (!known) {
            request.response().setStatusCode(400).end("not a question of the console");
            return;
        }
        long now = clock.instant().getEpochSecond();
        JsonObject claims = new JsonObject()
                .put("iss", issuer())
                .put("sub", "subject-1")
                .put("aud", CLIENT)
                .put("iat", now)
                .put("exp", now + 300)
                .put("auth_time", now)
                .put("nonce", asked.get("nonce"))
                .put("preferred_username", "clerk");
        tweak.accept(claims);
        String code = "code-" + codes.incrementAndGet();
        grants.put(code, new Grant(claims, asked.get("redirect_uri"), asked.get("code_challenge")));
        String back =
                asked.get("redirect_uri") + "?code=" + code + "&state=" + URLEncoder.encode(asked.get("state"), UTF_8);
        String accept = request.request().getHeader("Accept");
        if (accept != null && accept.contains("text/html")) {
            request.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .end("<!DOCTYPE html><title>Provider</title><a id=\"go\" href=\"" + back.replace("&", "&amp;")
                            + "\">It is me</a>");
        } else {
            request.response().setStatusCode(302).putHeader("Location", back).end();
        }
    }

    private void token(RoutingContext request) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        String code = request.request().getFormAttribute("code");
        Grant grant = grants.remove(code);
        String verifier = request.request().getFormAttribute("code_verifier");
        boolean right = grant != null
                && basic.equals(request.request().getHeader("Authorization"))
                && grant.redirect.equals(request.request().getFormAttribute("redirect_uri"))
                && verifier != null
                && grant.challenge.equals(base64(sha256(verifier)));
        if (!right) {
            request.response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject().put("error", "invalid_grant").encode());
            return;
        }
        request.json(new JsonObject()
                .put("access_token", "opaque-" + code)
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("id_token", sign(grant.claims)));
    }

    private String sign(JsonObject claims) {
        return switch (signing) {
            case RS256 -> signed("RS256", keyId, claims, this::byKeys);
            case ES256 -> signed("ES256", "key-ec", claims, this::byElliptic);
            case FOREIGN -> signed("RS256", keyId, claims, text -> by("SHA256withRSA", FOREIGN_KEYS, text));
            case NONE -> part(new JsonObject().put("alg", "none")) + "." + part(claims) + ".";
            case PUBLIC_AS_SECRET -> signed("HS256", keyId, claims, this::byPublicKey);
            case TAMPERED -> {
                String[] parts = signed("RS256", keyId, claims, this::byKeys).split("\\.", -1);
                yield parts[0] + "." + part(claims.copy().put("preferred_username", "chief")) + "." + parts[2];
            }
        };
    }

    private interface Signer {
        byte[] sign(String text);
    }

    private static String signed(String algorithm, String keyId, JsonObject claims, Signer signer) {
        String text = part(new JsonObject().put("alg", algorithm).put("kid", keyId)) + "." + part(claims);
        return text + "." + base64(signer.sign(text));
    }

    private byte[] byKeys(String text) {
        return by("SHA256withRSA", keys, text);
    }

    private byte[] byElliptic(String text) {
        return by("SHA256withECDSAinP1363Format", elliptic, text);
    }

    private byte[] byPublicKey(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.getPublic().getEncoded(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] by(String algorithm, KeyPair pair, String text) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair elliptic() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(JsonObject json) {
        return base64(json.encode().getBytes(UTF_8));
    }

    private static String number(BigInteger number, int bytes) {
        byte[] all = number.toByteArray();
        byte[] exact = new byte[bytes];
        int length = Math.min(bytes, all.length);
        System.arraycopy(all, all.length - length, exact, bytes - length, length);
        return base64(exact);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nobody answers any more. */
    public void fallSilent() {
        server.close().await();
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
