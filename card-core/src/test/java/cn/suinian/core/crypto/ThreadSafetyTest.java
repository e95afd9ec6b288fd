package cn.suinian.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.core.crypto.sm2.Sm2PublicKey;
import cn.suinian.core.crypto.sm2.Sm2SigningKey;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Eight threads share one instance; each result must be what one thread alone computes. */
class ThreadSafetyTest {
    private static final int THREADS = 8;
    private static final int MESSAGES = 10_000;
    private static final byte[] KEY = Hex.decode("0123456789abcdeffedcba9876543210");

    @Test
    void oneTerminalMacServesManyThreads() throws Exception {
        HmacSm3 hmac = new HmacSm3(KEY);
        assertSharedEqualsAlone(message -> BigEndian.getLong(hmac.mac(message, KEY), 24));
    }

    @Test
    void oneCardMacServesManyThreads() throws Exception {
        Sm4Cmac cmac = new Sm4Cmac(KEY);
        assertSharedEqualsAlone(cmac::macFirst8Bytes);
    }

    @Test
    void oneVaultServesManyThreadsWhileItsCacheOverflows() throws Exception {
        KeyVault vault = KeystoreVault.inMemory(Map.of(1, KEY), Map.of(1, KEY), 50);
        assertSharedEqualsAlone(message -> {
            TacMessage tap = tapOf(message);
            byte[] mac = vault.terminalMac(tap.terminalId(), 1, message);
            return vault.tac(1, tap) ^ BigEndian.getLong(mac, 0);
        });
    }

    @Test
    void oneSigningKeyServesManyThreads() throws Exception {
        KeyVault vault = KeystoreVault.inMemory(Map.of(), Map.of(), Map.of(1, Sm2SigningKey.derive(KEY, "test")));
        Sm2PublicKey key = vault.signingKeys().get(1);
        List<byte[]> messages = randomMessages().subList(0, 100);
        long[] good = {messages.size()};
        for (long[] verified : runTogether(() -> new long[] {
            messages.stream()
                    .filter(message ->
                            key.verify(message, Hex.decode(vault.sign(message).hex())))
                    .count()
        })) {
            assertThat(verified).isEqualTo(good);
        }
    }

    private static void assertSharedEqualsAlone(ToLongFunction<byte[]> mac) throws Exception {
        List<byte[]> messages = randomMessages();
        long[] alone = messages.stream().mapToLong(mac).toArray();
        for (long[] shared : runTogether(() -> messages.stream().mapToLong(mac).toArray())) {
            assertThat(shared).isEqualTo(alone);
        }
    }

    private static List<long[]> runTogether(Callable<long[]> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<long[]> results = new ArrayList<>();
            for (Future<long[]> result : threads.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<byte[]> randomMessages() {
        Random random = new Random(20261122);
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = new byte[8 + random.nextInt(100)];
            random.nextBytes(message);
            messages.add(message);
        }
        return messages;
    }

    private static TacMessage tapOf(byte[] message) {
        int any = (int) BigEndian.getLong(message, 0) & 0xff;
        return new TacMessage(
                "31048704600000000" + (10 + any % 90), any, any, any, 1, any, LocalDateTime.of(2026, 11, 22, 8, 0));
    }
}
