package cn.suinian.core.crypto.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.crypto.ConstantTime;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Password hashing with Argon2id (RFC 9106). A hash is a line in PHC string format that names its own cost, so that the
 * cost can rise while older lines still verify.
 *
 * <p>Each call takes {@link Cost#memoryKib()} of heap for as long as it runs. So only a few run at once; the others
 * queue, and give up after some seconds. Safe for any number of threads; never call it on an event loop.
 */
public final class Argon2id {

    /** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
    public static final Cost OWASP = new Cost(19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PATIENCE_SECONDS = 10;
    // Whoever can write a line into the database must not be able to have gigabytes allocated.
    private static final int MOST_MEMORY_KIB = 1 << 18;
    private static final int MOST_ITERATIONS = 64;
    private static final int MOST_LANES = 16;

    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=(?<memory>[1-9][0-9]{0,6}),"
            + "t=(?<iterations>[1-9][0-9]?),p=(?<lanes>[1-9][0-9]?)"
            + "\\$(?<salt>[A-Za-z0-9+/]{11,86})\\$(?<hash>[A-Za-z0-9+/]{22,86})");

    /**
     * What one hash takes.
     *
     * @param memoryKib in KiB of heap
     * @param iterations passes over that memory
     * @param lanes that could be computed side by side
     */
    public record Cost(int memoryKib, int iterations, int lanes) {
        public Cost {
            if (memoryKib < 8 * lanes || memoryKib > MOST_MEMORY_KIB) {
                throw new IllegalArgumentException("memory of Argon2id out of range: " + memoryKib + " KiB");
            }
            if (iterations < 1 || iterations > MOST_ITERATIONS || lanes < 1 || lanes > MOST_LANES) {
                throw new IllegalArgumentException("cost of Argon2id out of range");
            }
        }
    }

    /** Too many hashes are asked for at once; the caller may try again. */
    public static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("too many passwords are being checked", null, false, false);
        }
    }

    private static final class Line {
        private final Cost cost;
        private final byte[] salt;
        private final byte[] hash;

        Line(Cost cost, byte[] salt, byte[] hash) {
            this.cost = cost;
            this.salt = salt;
            this.hash = hash;
        }
    }

    private final Cost cost;
    private final Semaphore places;

    /**
     * At this cost.
     *
     * @param atOnce most hashes under way at a time
     */
    public Argon2id(Cost cost, int atOnce) {
        this.cost = cost;
        this.places = new Semaphore(atOnce, true);
    }

    /**
     * The line to store for a password.
     *
     * @throws BusyException when others had to be served first for too long
     */
    public String hash(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = compute(cost, salt, password, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib,
                        cost.iterations,
                        cost.lanes,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /**
     * Whether the line was made of this password, in time that says nothing about where they differ.
     *
     * @throws IllegalArgumentException when the line is no hash of ours
     * @throws BusyException when others had to be served first for too long
     */
    public boolean verify(String line, String password) {
        Line stored = parse(line);
        return ConstantTime.equal(stored.hash, compute(stored.cost, stored.salt, password, stored.hash.length));
    }

    /** Whether the line was made at another cost than is asked for now. */
    public boolean needsRehash(String line) {
        Line stored = parse(line);
        return !stored.cost.equals(cost) || stored.hash.length != HASH_BYTES || stored.salt.length != SALT_BYTES;
    }

    private static Line parse(String line) {
        Matcher parts = PHC.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash in PHC string format");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        Cost cost = new Cost(
                Integer.parseInt(parts.group("memory")),
                Integer.parseInt(parts.group("iterations")),
                Integer.parseInt(parts.group("lanes")));
        return new Line(
                cost,
                base64.decode(parts.group("salt").getBytes(US_ASCII)),
                base64.decode(parts.group("hash").getBytes(US_ASCII)));
    }

    private byte[] compute(Cost at, byte[] salt, String password, int length) {
        takePlace();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(at.memoryKib)
                    .withIterations(at.iterations)
                    .withParallelism(at.lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            generator.generateBytes(password.getBytes(UTF_8), hash);
            return hash;
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }
}
