package cn.suinian.load.bench;

import cn.suinian.load.driver.Ammunition;
import cn.suinian.load.frame.Frame;
import cn.suinian.load.frame.KeyDerivation;
import cn.suinian.load.frame.SignedFrame;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.frame.TerminalIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests before they are needed: bus rides, each with a true TAC and MAC, a number that its terminal has not
 * used and a counter that its card has not used. One for each database, because those run on for as long as it lives.
 */
final class Signer {
    private static final TapContext ON_A_BUS = TapContext.board("M433", "粤BU2313");
    private static final int FARE_FEN = 200;

    /** How long terminals had no line before they upload, and how fresh the last of what they bring is. */
    private static final Duration OUTAGE = Duration.ofHours(4);

    private static final Duration LAST_STORED = Duration.ofMinutes(10);

    private final BenchCity city;
    private final Clock clock;
    private final long denylist;
    private final Random random = new Random(20_261_122);
    private final int[] counters;
    private final int[] numbers = new int[BenchCity.TERMINALS];
    private int turn;
    private int drawn;

    /**
     * A signer.
     *
     * @param denylist the version that all terminals hold
     */
    Signer(BenchCity city, Clock clock, long denylist) {
        this.city = city;
        this.clock = clock;
        this.denylist = denylist;
        this.counters = new int[city.cards()];
    }

    /** A ride that is drawn but not signed yet. */
    private record Draft(int card, int counter, int terminal, int number) {}

    /** Single taps that are sent at once. */
    Ammunition taps(Pattern pattern, int count) {
        return taps(pattern, count, Double.POSITIVE_INFINITY);
    }

    /** Single taps, each made and signed at the moment when it is due: what is older than minutes is not taken. */
    Ammunition taps(Pattern pattern, int count, double perSecond) {
        OffsetDateTime now = now();
        List<Draft> drafts = draw(pattern, count, 1);
        return new Ammunition(
                parallel(count, i -> {
                    Draft draft = drafts.get(i);
                    TerminalIdentity terminal = city.terminal(draft.terminal);
                    OffsetDateTime due = now.plusSeconds((long) (i / perSecond));
                    return wire(terminal.sign(Frame.tap(tap(draft, terminal, due, null)), due));
                }),
                1);
    }

    /** Batches of taps made just now, each of one terminal. */
    Ammunition batches(Pattern pattern, int count, int tapsEach) {
        OffsetDateTime now = now();
        return batches(pattern, count, tapsEach, now, (draft, terminal, i) -> tap(draft, terminal, now, null));
    }

    /** Batches of taps that a terminal let through in an outage, the oldest first, with the denylist it held. */
    Ammunition storedTaps(Pattern pattern, int count, int tapsEach) {
        OffsetDateTime now = now();
        long seconds = OUTAGE.minus(LAST_STORED).toSeconds();
        return batches(
                pattern,
                count,
                tapsEach,
                now,
                (draft, terminal, i) ->
                        tap(draft, terminal, now.minus(OUTAGE).plusSeconds(i * seconds / tapsEach), denylist));
    }

    private interface Tapping {
        Tap tap(Draft draft, TerminalIdentity terminal, int indexInBatch);
    }

    private Ammunition batches(Pattern pattern, int count, int tapsEach, OffsetDateTime sent, Tapping tapping) {
        List<Draft> drafts = draw(pattern, count * tapsEach, tapsEach);
        return new Ammunition(
                parallel(count, i -> {
                    List<Draft> mine = drafts.subList(i * tapsEach, (i + 1) * tapsEach);
                    TerminalIdentity terminal = city.terminal(mine.get(0).terminal);
                    List<Tap> taps = new ArrayList<>(tapsEach);
                    mine.forEach(draft -> taps.add(tapping.tap(draft, terminal, taps.size())));
                    return wire(terminal.sign(Frame.batch(taps), sent));
                }),
                tapsEach);
    }

    private List<Draft> draw(Pattern pattern, int count, int tapsOfOneTerminal) {
        Draft[] drafts = new Draft[count];
        for (int i = 0; i < count; i++) {
            int terminal = (turn + i / tapsOfOneTerminal) % BenchCity.TERMINALS;
            int card = pattern.next(random, city.cards(), drawn++);
            drafts[i] = new Draft(card, ++counters[card], terminal, ++numbers[terminal]);
        }
        turn = (turn + count / tapsOfOneTerminal) % BenchCity.TERMINALS;
        return Arrays.asList(drafts);
    }

    private Tap tap(Draft draft, TerminalIdentity terminal, OffsetDateTime at, @Nullable Long held) {
        String cardNo = city.cardNo(draft.card);
        return new Tap(draft.number, TapKind.TRANSIT, cardNo, draft.counter, FARE_FEN, at, "", held, ON_A_BUS)
                .certifiedBy(KeyDerivation.cardKey(city.masters().card(), cardNo), terminal.terminalId());
    }

    private static byte[] wire(SignedFrame signed) {
        byte[] body = signed.frame().body().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + signed.frame().target() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                        + signed.authorization() + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] wire = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, wire, head.length, body.length);
        return wire;
    }

    private interface Making {
        byte[] make(int index);
    }

    private static List<byte[]> parallel(int count, Making making) {
        return IntStream.range(0, count).parallel().mapToObj(making::make).toList();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
