package cn.suinian.load.chaos;

import cn.suinian.load.chaos.Outcome.Kind;
import cn.suinian.load.chaos.SentTap.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Finds out what became of taps that were not answered while there was load. Most are sent again, which is always safe.
 * Some are looked up instead, as a till does whose customer has left: "never seen" is final only thirty seconds after
 * the last sending (protocol, section 8), so those wait for a later round.
 */
final class Settling {
    private static final Duration FINAL = Duration.ofSeconds(31);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int HANDS = 8;
    private static final int LOOKED_UP_PERCENT = 35;
    private static final int SAMPLE = 40;
    private static final int WAIT_MILLIS = 150;

    private final TapLedger ledger;
    private final Sender sender;
    private final Random random;

    Settling(TapLedger ledger, Sender sender, Random random) {
        this.ledger = ledger;
        this.sender = sender;
        this.random = random;
    }

    /** Settles what can be settled now. */
    void settle() throws InterruptedException {
        List<SentTap> now = new ArrayList<>();
        for (SentTap sent : ledger.unknown()) {
            if (!isForLookUp(sent) || age(sent).compareTo(FINAL) > 0) {
                now.add(sent);
            }
        }
        together(now, sent -> {
            if (isForLookUp(sent)) {
                lookUp(sent);
            } else {
                sendAgain(sent);
            }
        });
    }

    /** Waits until the last look-up would be final, and settles everything. */
    void settleAll() throws InterruptedException {
        for (List<SentTap> left = ledger.unknown(); !left.isEmpty(); left = ledger.unknown()) {
            Duration youngest =
                    left.stream().map(this::age).min(Duration::compareTo).orElseThrow();
            if (youngest.compareTo(FINAL.plus(PATIENCE)) > 0) {
                return;
            }
            long wait = FINAL.minus(youngest).toMillis();
            TimeUnit.MILLISECONDS.sleep(Math.max(WAIT_MILLIS, wait + WAIT_MILLIS));
            settle();
        }
    }

    /** Asks again about some taps that were answered long ago; what differs is noted with the tap. */
    void askAgain() throws InterruptedException {
        List<SentTap> all = ledger.all();
        List<SentTap> sample = new ArrayList<>();
        for (int i = 0; i < SAMPLE && !all.isEmpty(); i++) {
            SentTap any = all.get(random.nextInt(all.size()));
            if (any.answer() != null) {
                sample.add(any);
            }
        }
        together(sample, sent -> {
            int node = sent.tap().cardCounter() % 2 == 0 ? 0 : sender.nodes() - 1;
            if (sent.tap().terminalSeq() % 2 == 0) {
                sender.send(sent, node, Fate.ANSWERED);
            } else if (sender.lookUp(sent, node).kind() == Kind.NEVER_SEEN) {
                sent.neverSeen();
            }
        });
    }

    /** The same choice every time it is asked. */
    private static boolean isForLookUp(SentTap sent) {
        return Math.floorMod(sent.tap().tac().hashCode(), 100) < LOOKED_UP_PERCENT;
    }

    private Duration age(SentTap sent) {
        return Duration.ofNanos(System.nanoTime() - sent.lastSentNanos());
    }

    private void lookUp(SentTap sent) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int node = 0; System.nanoTime() < deadline; node = (node + 1) % sender.nodes()) {
            Kind kind = sender.lookUp(sent, node).kind();
            if (kind == Kind.NEVER_SEEN) {
                sent.neverSeen();
            }
            if (kind == Kind.NEVER_SEEN || kind == Kind.ANSWERED) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
        }
    }

    private void sendAgain(SentTap sent) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int node = 0; System.nanoTime() < deadline; node = (node + 1) % sender.nodes()) {
            Kind kind = sender.send(sent, node, Fate.ANSWERED_LATER).kind();
            if (kind == Kind.ANSWERED || kind == Kind.REFUSED) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
        }
    }

    /** What is done with one tap. */
    @FunctionalInterface
    private interface Work {
        void on(SentTap sent) throws InterruptedException;
    }

    private static void together(List<SentTap> taps, Work work) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(HANDS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (SentTap sent : taps) {
                all.add(threads.submit(() -> {
                    work.on(sent);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("settling failed", failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
