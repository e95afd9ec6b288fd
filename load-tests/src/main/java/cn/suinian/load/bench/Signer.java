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
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes requests before they are needed: bus rides, each with a true TAC and MAC, a number that its terminal has not
 * used and a counter that its card has not used. One for each database, because those run on for as long as it lives.
 */
final class Signer {
    private static final TapContext ON_A_BUS = TapContext.board("M433", "粤BU2313");
    private static final int FARE_FEN = 200;

    private final BenchCity city;
    private final Clock clock;
    private final Random random = new Random(20_261_122);
    private final int[] counters;
    private final int[] numbers = new int[BenchCity.TERMINALS];
    private int turn;
    private int drawn;

    Signer(BenchCity city, Clock clock) {
        this.city = city;
        this.clock = clock;
        this.counters = new int[city.cards()];
    }

    /** A ride that is drawn but not signed yet. */
    private record Draft(int card, int counter, int terminal, int number) {}

    /** Single taps. */
    Ammunition taps(Pattern pattern, int count) {
        OffsetDateTime now = now();
        List<Draft> drafts = draw(pattern, count, 1);
        return new Ammunition(
                parallel(count, i -> {
                    Draft draft = drafts.get(i);
                    TerminalIdentity terminal = city.terminal(draft.terminal);
                    return wire(terminal.sign(Frame.tap(tap(draft, terminal, now)), now));
                }),
                1);
    }

    /** Batches of stored taps, each of one terminal. */
    Ammunition batches(Pattern pattern, int count, int tapsEach) {
        OffsetDateTime now = now();
        List<Draft> drafts = draw(pattern, count * tapsEach, tapsEach);
        return new Ammunition(
                parallel(count, i -> {
                    List<Draft> mine = drafts.subList(i * tapsEach, (i + 1) * tapsEach);
                    TerminalIdentity terminal = city.terminal(mine.get(0).terminal);
                    List<Tap> taps = new ArrayList<>(tapsEach);
                    mine.forEach(draft -> taps.add(tap(draft, terminal, now)));
                    return wire(terminal.sign(Frame.batch(taps), now));
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

    private Tap tap(Draft draft, TerminalIdentity terminal, OffsetDateTime now) {
        String cardNo = city.cardNo(draft.card);
        return new Tap(draft.number, TapKind.TRANSIT, cardNo, draft.counter, FARE_FEN, now, "", null, ON_A_BUS)
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
