package cn.suinian.core.staff.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator, and how it is told its secret. Safe for any number of threads. */
public final class Totp {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;
    private static final int DIGITS = 6;
    private static final int WINDOW = 1;

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    /** A new secret of 160 bits, as RFC 4226, 4 recommends. */
    public static byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The code of an instant: six digits. */
    public String code(byte[] secret, Instant at) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()), at);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The time step whose code this is, looking from this instant.
     *
     * @param after the step of the last code that was used: earlier ones, and itself, no longer count
     */
    public OptionalLong findStep(byte[] secret, String typed, Instant now, long after) {
        String code = typed.replace(" ", "");
        long current = now.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = current - WINDOW; step <= current + WINDOW; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, Instant.ofEpochSecond(step * STEP.toSeconds())).getBytes(UTF_8), code.getBytes(UTF_8));
            if (same && step > after) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** What a QR code for authenticators says (Google Authenticator, "Key Uri Format"). */
    public static String uri(String issuer, String account, byte[] secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        encode(issuer),
                        encode(account),
                        Base32.encode(secret),
                        encode(issuer),
                        DIGITS,
                        STEP.toSeconds());
    }

    /** The secret for somebody who types it: Base32 in groups of four. */
    public static String text(byte[] secret) {
        return Base32.encode(secret).replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
