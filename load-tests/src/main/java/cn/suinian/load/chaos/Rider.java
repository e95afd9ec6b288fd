package cn.suinian.load.chaos;

import cn.suinian.load.chaos.Outcome.Kind;
import cn.suinian.load.chaos.SentTap.Fate;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Direction;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Some holders who tap one after the other: bus, metro, lunch, now and then twice at once. Their terminals send a tap
 * until it is answered, through either node, as long as there is load; what is unanswered then, or was given up, is
 * settled later.
 */
final class Rider implements Runnable {
    private static final int LONGEST_WAIT_MILLIS = 800;
    private static final int FIRST_WAIT_MILLIS = 40;
    private static final int METRO_MINUTES = 25;

    /** How often a sender leaves after a lost reply, its tap unsettled: the holder walks off, the till goes dark. */
    private static final int GIVES_UP_PERCENT = 8;

    private final Places places;
    private final List<CityCard> cards;
    private final long[] counters;
    private final Sender sender;
    private final TapLedger ledger;
    private final Random random;
    private final ExecutorService beside;
    private volatile boolean resting;

    Rider(Places places, List<CityCard> cards, Sender sender, TapLedger ledger, long seed, ExecutorService beside) {
        this.places = places;
        this.cards = cards;
        this.counters = cards.stream().mapToLong(CityCard::counter).toArray();
        this.sender = sender;
        this.ledger = ledger;
        this.random = new Random(seed);
        this.beside = beside;
    }

    /** Starts no further tap and gives up waiting for the present one. */
    void rest() {
        resting = true;
    }

    /** Taps until told to rest; may be run again. */
    @Override
    public void run() {
        resting = false;
        try {
            while (!resting) {
                deed(random.nextInt(cards.size()));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(places.pauseMillis()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void deed(int holder) throws InterruptedException {
        int die = random.nextInt(100);
        if (die < 50) {
            insist(bus(holder));
        } else if (die < 75) {
            journey(holder);
        } else if (die < 95) {
            insist(lunch(holder));
        } else {
            twoAtOnce(holder);
        }
    }

    private void journey(int holder) throws InterruptedException {
        OffsetDateTime now = places.now();
        SentTap entry = metro(holder, Direction.ENTRY, now.minusMinutes(METRO_MINUTES), 0);
        SentTap exit = metro(holder, Direction.EXIT, now, 300 + random.nextInt(700));
        if (random.nextInt(10) == 0) {
            insist(exit);
            insist(entry);
        } else {
            insist(entry);
            insist(exit);
        }
    }

    /** Two taps of one card under way together, each through its own node: one of them must find the account moved. */
    private void twoAtOnce(int holder) throws InterruptedException {
        SentTap first = bus(holder);
        SentTap second = random.nextBoolean() ? bus(holder) : lunch(holder);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> uninterrupted(first, 0), beside);
        sender.send(second, 1 % sender.nodes(), Fate.ANSWERED);
        other.join();
        insist(first);
        insist(second);
    }

    /** Sends until answered or told to rest. Some are in flight twice, some are asked again although answered. */
    private void insist(SentTap sent) throws InterruptedException {
        CompletableFuture<Void> copy = random.nextInt(100) < 4
                ? CompletableFuture.runAsync(() -> uninterrupted(sent, random.nextInt(sender.nodes())), beside)
                : CompletableFuture.completedFuture(null);
        int wait = FIRST_WAIT_MILLIS;
        while (sent.fate() == Fate.UNKNOWN && !sent.abandoned() && (!resting || sent.sendings() == 0)) {
            Kind kind = sender.send(sent, random.nextInt(sender.nodes()), Fate.ANSWERED)
                    .kind();
            if (kind == Kind.LOST || kind == Kind.NOT_NOW) {
                TimeUnit.MILLISECONDS.sleep(wait / 2 + random.nextInt(wait));
                wait = Math.min(LONGEST_WAIT_MILLIS, wait * 2);
                if (random.nextInt(100) < GIVES_UP_PERCENT) {
                    sent.abandon();
                }
            }
        }
        if (!sent.abandoned() && random.nextInt(100) < 3) {
            sender.send(sent, random.nextInt(sender.nodes()), Fate.ANSWERED);
        }
        copy.join();
    }

    private void uninterrupted(SentTap sent, int node) {
        try {
            sender.send(sent, node, Fate.ANSWERED);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private SentTap bus(int holder) {
        String line = "M" + (1 + random.nextInt(400));
        TapContext context = TapContext.board(line, "粤B" + (10_000 + random.nextInt(90_000)));
        return tap(holder, places.bus(random), TapKind.TRANSIT, 200 + random.nextInt(800), places.now(), context);
    }

    private SentTap metro(int holder, Direction direction, OffsetDateTime at, int fare) {
        TapContext context = TapContext.gate("1", "S" + random.nextInt(40), direction);
        return tap(holder, places.gate(random), TapKind.TRANSIT, fare, at, context);
    }

    private SentTap lunch(int holder) {
        return tap(
                holder, places.till(random), TapKind.MEAL, 800 + random.nextInt(1700), places.lunchTime(random), null);
    }

    private SentTap tap(
            int holder,
            CityTerminal terminal,
            TapKind kind,
            int amount,
            OffsetDateTime at,
            @org.jspecify.annotations.Nullable TapContext context) {
        CityCard card = cards.get(holder);
        Tap tap = new Tap(
                ledger.nextNumber(terminal), kind, card.cardNo(), ++counters[holder], amount, at, "", null, context);
        return ledger.add(terminal, tap.certifiedBy(card.key(), terminal.terminalId()));
    }
}
