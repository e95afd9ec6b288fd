package cn.suinian.gateway.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.ConstantTime;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.core.crypto.credential.RandomToken;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One browser's way to the provider and back.
 *
 * @param secret only this browser has it; what travels in addresses follows from it and does not lead back
 * @param next where they were going; empty: home
 */
public record Trip(String secret, String next) {

    private static final Pattern COOKIE = Pattern.compile("([A-Za-z0-9_-]{43})~([A-Za-z0-9_-]{0,700})");

    /** A new one. */
    public static Trip begin(SecureRandom random, String next) {
        return new Trip(RandomToken.make(random), next);
    }

    /** The one of a browser's cookie; empty: it is none of ours. */
    public static Optional<Trip> ofCookie(String value) {
        Matcher matcher = COOKIE.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String next = new String(Base64.getUrlDecoder().decode(matcher.group(2)), UTF_8);
            return Optional.of(new Trip(matcher.group(1), next));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What the browser keeps. */
    public String cookie() {
        return secret + "~" + base64(next.getBytes(UTF_8));
    }

    /** Comes back with the browser: it was this one that left. */
    String state() {
        return follow("state");
    }

    /** Comes back in the ID token: it was made for this trip. */
    String nonce() {
        return follow("nonce");
    }

    /** Shown with the code: whoever only saw the code go by has no use for it. */
    String verifier() {
        return follow("verifier");
    }

    /** What the provider is told of the verifier beforehand (S256 of RFC 7636). */
    String challenge() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier().getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Whether a browser that comes with this state is the one that left. */
    public boolean isStateOf(String given) {
        return ConstantTime.equal(state().getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private String follow(String use) {
        return base64(Sm3.digest((use + " " + secret).getBytes(UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Keeps the secret out of every log. */
    @Override
    public String toString() {
        return "Trip to " + next;
    }
}
