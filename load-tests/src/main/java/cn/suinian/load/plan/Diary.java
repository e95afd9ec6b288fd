package cn.suinian.load.plan;

import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.reference.Expectation;
import cn.suinian.load.reference.Reference;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One holder's day while it is being written: the card's counter, the clock on the wall, the steps so far. */
final class Diary {
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final int PERCENT = 100;

    final CityCard card;
    final Random random;
    LocalDateTime now;

    private final TerminalNumbers numbers;
    private final Reference reference;
    private final List<Step> steps = new ArrayList<>();
    private long counter;

    /**
     * @param counter the last one that the card used
     */
    Diary(
            CityCard card,
            long counter,
            LocalDateTime start,
            Random random,
            TerminalNumbers numbers,
            Reference reference) {
        this.card = card;
        this.counter = counter;
        this.now = start;
        this.random = random;
        this.numbers = numbers;
        this.reference = reference;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    boolean chance(int percent) {
        return random.nextInt(PERCENT) < percent;
    }

    void minutesPass(int least, int most) {
        now = now.plusSeconds(60L * least + random.nextInt(60 * (most - least) + 1));
    }

    /** A tap nobody has seen, with the card's and the terminal's next number and a true TAC. */
    Tap fresh(CityTerminal terminal, TapKind kind, long amountFen, @Nullable TapContext context) {
        counter++;
        return tap(terminal, numbers.next(terminal), kind, counter, amountFen, context);
    }

    /** A tap with a counter of one's own choice and a true TAC. */
    Tap withCounter(CityTerminal terminal, TapKind kind, long cardCounter, long amountFen, TapContext context) {
        return tap(terminal, numbers.next(terminal), kind, cardCounter, amountFen, context);
    }

    /** A tap under a terminal number that was used before, with the card's next number and a true TAC. */
    Tap withTerminalSeq(CityTerminal terminal, long seq, TapKind kind, long amountFen, TapContext context) {
        counter++;
        return tap(terminal, seq, kind, counter, amountFen, context);
    }

    void skipCounters(int count) {
        counter += count;
    }

    long counter() {
        return counter;
    }

    void send(Story story, CityTerminal terminal, Tap tap) {
        add(story, Deed.SEND, terminal, tap, reference.judge(terminal, tap));
    }

    void sendAtOnce(Story story, CityTerminal terminal, Tap tap) {
        add(story, Deed.SEND_AT_ONCE, terminal, tap, reference.judge(terminal, tap));
    }

    void sendBroken(Story story, CityTerminal terminal, Tap tap) {
        add(story, Deed.SEND_BROKEN, terminal, tap, Reference.wrongMac());
    }

    void lookUp(Story story, CityTerminal terminal, Tap tap) {
        add(story, Deed.LOOK_UP, terminal, tap, reference.lookUp(terminal, tap));
    }

    void reverse(Story story, CityTerminal terminal, Tap tap) {
        add(story, Deed.REVERSE, terminal, tap, reference.reverse(terminal, tap));
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private void add(Story story, Deed deed, CityTerminal terminal, Tap tap, Expectation expected) {
        steps.add(new Step(story, deed, terminal, tap, expected));
    }

    private Tap tap(
            CityTerminal terminal,
            long seq,
            TapKind kind,
            long cardCounter,
            long amountFen,
            @Nullable TapContext context) {
        OffsetDateTime local = now.atOffset(SHANGHAI);
        OffsetDateTime tappedAt = chance(2) ? local.withOffsetSameInstant(ZoneOffset.UTC) : local;
        Long denylistVersion = card.isActive() && chance(10) ? (long) random.nextInt(3) : null;
        return new Tap(seq, kind, card.cardNo(), cardCounter, amountFen, tappedAt, "", denylistVersion, context)
                .certifiedBy(card.key(), terminal.terminalId());
    }
}
