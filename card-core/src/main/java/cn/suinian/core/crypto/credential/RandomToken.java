package cn.suinian.core.crypto.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.Sm3;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A ticket of 256 random bits, as text that is safe in a cookie or a header. Whoever keeps one keeps its SM3 only: a
 * value that cannot be guessed needs no slow hash.
 */
public final class RandomToken {
    private static final int BYTES = 32;

    private RandomToken() {}

    /** A new one: 43 letters, digits, hyphens and underscores. */
    public static String make(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of it. */
    public static byte[] hash(String token) {
        return Sm3.digest(token.getBytes(UTF_8));
    }
}
