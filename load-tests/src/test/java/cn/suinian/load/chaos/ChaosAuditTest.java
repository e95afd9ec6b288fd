package cn.suinian.load.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.load.audit.Invariant;
import cn.suinian.load.audit.TapKey;
import cn.suinian.load.chaos.SentTap.Fate;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.fake.SmallCity;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapKind;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A clean run holds; each thing that could go wrong is planted once and found under its own sentence. */
final class ChaosAuditTest {
    private static final OffsetDateTime NOON = SmallCity.FRIDAY.atTime(12, 0).atOffset(ZoneOffset.ofHours(8));
    private static final CityTerminal BUS = SmallCity.terminal(1, "BUS", TapKind.TRANSIT);
    private static final CityTerminal TILL = SmallCity.terminal(2, "CANTEEN", TapKind.MEAL);
    private static final CityCard CARD = SmallCity.card(7, 75, "FUTIAN", Set.of(), "ACTIVE");

    private final List<SentTap> sent = new ArrayList<>();
    private final List<StoredTap> rows = new ArrayList<>();
    private long counter = 10;

    @Test
    void aCleanRunHolds() {
        cleanRun();

        assertThat(broken()).isEmpty();
    }

    @Test
    void findsALostTap() {
        cleanRun();
        rows.remove(3);

        assertThat(broken()).containsExactly("every acknowledged tap is stored");
        assertThat(audit().lost()).containsExactly(sent.get(3));
    }

    @Test
    void findsARowThatIsThereTwice() {
        cleanRun();
        rows.add(rows.get(4));

        assertThat(broken()).contains("no tap is stored twice");
        assertThat(audit().doubled()).isNotEmpty();
    }

    @Test
    void findsATapThatWasCountedAgainUnderAnotherNumber() {
        cleanRun();
        StoredTap first = rows.get(2);
        TapKey key = first.key();
        rows.add(with(first, new TapKey(key.date(), key.terminalId(), 9_999, key.cardSerial()), first.subsidyFen()));

        assertThat(broken())
                .containsExactly(
                        "no tap is stored twice",
                        "nothing is stored that was never sent",
                        "no counter of a card is approved twice");
    }

    @Test
    void findsAnAnswerThatIsNotWhatWasStored() {
        cleanRun();
        rows.set(5, with(rows.get(5), rows.get(5).key(), 1));

        assertThat(broken()).containsExactly("every row says what was answered");
    }

    @Test
    void findsASecondAnswerThatDiffersInOneCharacter() {
        cleanRun();
        SentTap tap = sent.get(1);
        tap.answered(String.valueOf(tap.answer()) + " ", Fate.ANSWERED);

        assertThat(broken()).containsExactly("the same tap is answered byte for byte the same");
    }

    @Test
    void findsATapWhoseContentChangedOnTheWay() {
        cleanRun();
        StoredTap row = rows.get(0);
        rows.set(0, altered(row, row.tac() ^ 1));

        assertThat(broken())
                .containsExactly("nothing is stored that was never sent", "every row says what was answered");
    }

    @Test
    void findsATapThatIsStoredAlthoughItWasFinallyNeverSeen() {
        cleanRun();
        SentTap tap = bus();
        tap.neverSeen();
        rows.add(row(tap, 300));

        assertThat(broken()).containsExactly("a tap that was finally never seen is not stored");
    }

    @Test
    void findsTwoLunchesOfOneDay() {
        cleanRun();
        stored(lunch(NOON), 500);

        assertThat(broken()).containsExactly("one subsidised lunch a day and five a week at most");
    }

    @Test
    void findsAnHonestRideThatWasTakenForAReplay() {
        cleanRun();
        SentTap tap = bus();
        tap.answered(body("DECLINED", "\"COUNTER_REPLAYED\"", 0, 0), Fate.ANSWERED);
        rows.add(altered(row(tap, 0), tac(tap), 3));

        assertThat(broken()).containsExactly("no honest ride is refused");
    }

    @Test
    void findsATapThatWasTurnedAway() {
        cleanRun();
        bus().refused("409");

        assertThat(broken()).containsExactly("no honest tap is turned away with a 4xx");
    }

    @Test
    void anUnknownOutcomeIsABreachOnlyWhenTheRunHasEnded() {
        cleanRun();
        bus();

        assertThat(broken()).containsExactly("no outcome stays unknown");
        assertThat(new ChaosAudit(sent, rows, false).all()).allMatch(Invariant::holds);
    }

    @Test
    void aTapWithoutAnAnswerMayBeStored() {
        cleanRun();
        rows.add(row(bus(), 300));

        assertThat(new ChaosAudit(sent, rows, false).all()).allMatch(Invariant::holds);
    }

    private void cleanRun() {
        for (int i = 0; i < 6; i++) {
            stored(bus(), 300);
        }
        for (int day = 0; day < 5; day++) {
            stored(lunch(NOON.minusDays(day)), 500);
        }
    }

    private ChaosAudit audit() {
        return new ChaosAudit(sent, rows, true);
    }

    private List<String> broken() {
        return audit().all().stream()
                .filter(invariant -> !invariant.holds())
                .map(Invariant::sentence)
                .toList();
    }

    private void stored(SentTap tap, long subsidy) {
        rows.add(row(tap, subsidy));
        tap.answered(body("APPROVED", "null", subsidy, tap.tap().amountFen() - subsidy), Fate.ANSWERED);
    }

    private SentTap bus() {
        return add(BUS, TapKind.TRANSIT, 300, NOON);
    }

    private SentTap lunch(OffsetDateTime at) {
        return add(TILL, TapKind.MEAL, 1800, at);
    }

    private SentTap add(CityTerminal terminal, TapKind kind, long amount, OffsetDateTime at) {
        counter++;
        Tap tap = new Tap(counter, kind, CARD.cardNo(), counter, amount, at, "", null, null);
        SentTap added = new SentTap(terminal, tap.certifiedBy(CARD.key(), terminal.terminalId()), 0);
        sent.add(added);
        return added;
    }

    private static StoredTap row(SentTap tap, long subsidy) {
        return new StoredTap(
                tap.key(),
                tac(tap),
                tap.tap().cardCounter(),
                tap.tap().kind().code(),
                tap.tap().amountFen(),
                tap.tap().tappedAt().toEpochSecond(),
                0,
                subsidy,
                null,
                0);
    }

    private static StoredTap with(StoredTap row, TapKey key, long subsidy) {
        return new StoredTap(
                key,
                row.tac(),
                row.cardCounter(),
                row.service(),
                row.amountFen(),
                row.tappedAt(),
                row.reason(),
                subsidy,
                row.balanceLeft(),
                row.journey());
    }

    private static StoredTap altered(StoredTap row, long tac) {
        return altered(row, tac, row.reason());
    }

    private static StoredTap altered(StoredTap row, long tac, int reason) {
        UnaryOperator<StoredTap> copy = old -> new StoredTap(
                old.key(),
                tac,
                old.cardCounter(),
                old.service(),
                old.amountFen(),
                old.tappedAt(),
                reason,
                old.subsidyFen(),
                old.balanceLeft(),
                old.journey());
        return copy.apply(row);
    }

    private static long tac(SentTap tap) {
        return Long.parseUnsignedLong(tap.tap().tac(), 16);
    }

    private static String body(String outcome, String reason, long subsidy, long selfPay) {
        return """
                {"tapId":"t","outcome":"%s","reason":%s,"subsidy":%d,"selfPay":%d,"benefit":null,"balanceLeft":null,\
                "journey":null,"display":{"zh":"","en":""},"cue":"PASS"}""".formatted(outcome, reason, subsidy, selfPay);
    }
}
