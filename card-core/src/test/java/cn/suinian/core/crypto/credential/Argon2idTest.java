package cn.suinian.core.crypto.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class Argon2idTest {
    private static final Argon2id.Cost CHEAP = new Argon2id.Cost(64, 1, 1);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** From the test suite of the reference implementation, phc-winner-argon2, src/test.c. */
    private static final String OF_THE_REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ" + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void verifiesALineOfTheReferenceImplementation() {
        Argon2id argon = new Argon2id(CHEAP, 1);

        assertThat(argon.verify(OF_THE_REFERENCE, "password")).isTrue();
        assertThat(argon.verify(OF_THE_REFERENCE, "Password")).isFalse();
    }

    @Test
    void aLineSaysItsCostAndIsNeverTheSameTwice() {
        Argon2id argon = new Argon2id(Argon2id.OWASP, 2);
        String line = argon.hash("长者卡 counter", RANDOM);

        assertThat(line).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(argon.hash("长者卡 counter", RANDOM));
        assertThat(argon.verify(line, "长者卡 counter")).isTrue();
        assertThat(argon.verify(line, "长者卡 Counter")).isFalse();
    }

    @Test
    void aCostMayRiseWhileOlderLinesStillVerify() {
        String old = new Argon2id(CHEAP, 1).hash("what it was", RANDOM);
        Argon2id now = new Argon2id(new Argon2id.Cost(128, 1, 1), 1);

        assertThat(now.verify(old, "what it was")).isTrue();
        assertThat(now.needsRehash(old)).isTrue();
        assertThat(now.needsRehash(now.hash("what it was", RANDOM))).isFalse();
    }

    @Test
    void aLineThatWouldTakeGigabytesIsRefused() {
        Argon2id argon = new Argon2id(CHEAP, 1);

        assertThatThrownBy(() -> argon.verify(OF_THE_REFERENCE.replace("m=65536", "m=4194304"), "password"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> argon.verify("$2a$10$abcdefghijklmnopqrstuv", "password"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverMustWaitIsServedInTheEnd() throws Exception {
        Argon2id argon = new Argon2id(CHEAP, 1);
        String line = argon.hash("one at a time", RANDOM);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(threads.submit(() -> argon.verify(line, "one at a time")));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
