package cn.suinian.load.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import cn.suinian.load.audit.Invariant;
import cn.suinian.load.audit.TapKey;
import cn.suinian.load.chaos.SentTap.Fate;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapKind;
import cn.suinian.load.terminal.Answer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Holds everything that was ever sent against everything that is stored. A pure function of the two. */
final class ChaosAudit {
    private static final List<String> JOURNEYS = List.of("OPENED", "COMPLETED", "ENTRY_MISSING");
    private static final int LUNCHES_A_WEEK = 5;

    private final List<SentTap> sent;
    private final List<StoredTap> rows;
    private final boolean ended;
    private final Map<TapKey, StoredTap> stored = new HashMap<>();

    /**
     * @param ended whether every outcome should be known by now
     */
    ChaosAudit(List<SentTap> sent, List<StoredTap> rows, boolean ended) {
        this.sent = sent;
        this.rows = rows;
        this.ended = ended;
        rows.forEach(row -> stored.putIfAbsent(row.key(), row));
    }

    /** Taps that were acknowledged and are not stored. */
    List<SentTap> lost() {
        return sent.stream()
                .filter(tap -> tap.answer() != null && !stored.containsKey(tap.key()))
                .toList();
    }

    /** What is stored more than once, in words: a key, or a card's counter, which a card uses for one tap only. */
    List<String> doubled() {
        List<String> breaks = new ArrayList<>();
        more(rows, StoredTap::key, 1).forEach((key, count) -> breaks.add(key + " is stored " + count + " times"));
        more(rows, row -> List.of(row.key().cardSerial(), row.cardCounter()), 1)
                .forEach((tap, count) -> breaks.add("card and counter " + tap + " are stored " + count + " times"));
        return breaks;
    }

    /** Everything that must hold, each with what speaks against it. */
    List<Invariant> all() {
        return List.of(
                new Invariant(
                        "every acknowledged tap is stored",
                        lost().stream().map(tap -> describe(tap) + " is lost").toList()),
                new Invariant("no tap is stored twice", doubled()),
                nothingElseIsStored(),
                new Invariant("every row says what was answered", wrongRows()),
                new Invariant(
                        "the same tap is answered byte for byte the same",
                        sent.stream()
                                .flatMap(tap -> tap.unlike().stream()
                                        .map(other -> describe(tap) + ": first " + tap.answer() + ", then " + other))
                                .toList()),
                new Invariant("no counter of a card is approved twice", approvedTwice()),
                new Invariant("one subsidised lunch a day and five a week at most", tooManyLunches()),
                which(
                        "a tap that was finally never seen is not stored",
                        tap -> tap.fate() == Fate.NEVER_SEEN && stored.containsKey(tap.key())),
                which("no honest ride is refused", ChaosAudit::isRefusedRide),
                which("no honest tap is turned away with a 4xx", tap -> tap.fate() == Fate.REFUSED),
                which("no outcome stays unknown", tap -> ended && tap.fate() == Fate.UNKNOWN));
    }

    private Invariant nothingElseIsStored() {
        Map<TapKey, SentTap> known = new HashMap<>();
        sent.forEach(tap -> known.put(tap.key(), tap));
        return new Invariant(
                "nothing is stored that was never sent",
                rows.stream()
                        .filter(row -> !known.containsKey(row.key())
                                || tac(known.get(row.key()).tap()) != row.tac())
                        .map(row -> "never sent: " + row)
                        .toList());
    }

    private List<String> wrongRows() {
        List<String> breaks = new ArrayList<>();
        for (SentTap tap : sent) {
            StoredTap row = stored.get(tap.key());
            String body = tap.answer();
            if (row != null && !carries(row, tap.tap())) {
                breaks.add(describe(tap) + " was stored as " + row);
            } else if (row != null && body != null && !says(row, tap.tap(), Answer.parse(body))) {
                breaks.add(describe(tap) + " was answered " + body + " but stored as " + row);
            }
        }
        return breaks;
    }

    private static boolean carries(StoredTap row, Tap tap) {
        return row.tac() == tac(tap)
                && row.cardCounter() == tap.cardCounter()
                && row.service() == tap.kind().code()
                && row.amountFen() == tap.amountFen()
                && row.tappedAt() == tap.tappedAt().toEpochSecond();
    }

    private static boolean says(StoredTap row, Tap tap, Answer answer) {
        boolean approved = answer.outcome().equals("APPROVED");
        int journey = answer.journey() == null ? 0 : 1 + JOURNEYS.indexOf(answer.journey());
        return row.isApproved() == approved
                && row.subsidyFen() == answer.subsidyFen()
                && answer.selfPayFen() == (approved ? tap.amountFen() - row.subsidyFen() : 0)
                && row.journey() == journey
                && Objects.equals(row.balanceLeft(), answer.balanceLeft());
    }

    private List<String> approvedTwice() {
        List<StoredTap> approved = rows.stream().filter(StoredTap::isApproved).toList();
        return more(approved, row -> List.of(row.key().cardSerial(), row.cardCounter()), 1).keySet().stream()
                .map(key -> "card and counter " + key)
                .toList();
    }

    private List<String> tooManyLunches() {
        List<StoredTap> lunches = rows.stream()
                .filter(row -> row.service() == TapKind.MEAL.code() && row.isApproved() && row.subsidyFen() > 0)
                .toList();
        List<String> breaks = new ArrayList<>();
        more(lunches, row -> List.of(row.key().cardSerial(), row.key().date()), 1)
                .forEach((day, count) -> breaks.add("card and day " + day + ": " + count + " lunches"));
        more(lunches, row -> List.of(row.key().cardSerial(), row.key().date().with(DayOfWeek.MONDAY)), LUNCHES_A_WEEK)
                .forEach((week, count) -> breaks.add("card and week " + week + ": " + count + " lunches"));
        return breaks;
    }

    /** Every card of a run is good for rides, and a ride is free whatever happened before. */
    private static boolean isRefusedRide(SentTap tap) {
        String body = tap.answer();
        if (body == null || tap.tap().kind() != TapKind.TRANSIT) {
            return false;
        }
        Answer answer = Answer.parse(body);
        return !answer.outcome().equals("APPROVED")
                || answer.subsidyFen() != tap.tap().amountFen();
    }

    private Invariant which(String sentence, Predicate<SentTap> breaks) {
        return new Invariant(
                sentence, sent.stream().filter(breaks).map(ChaosAudit::describe).toList());
    }

    private static <K> Map<K, Long> more(List<StoredTap> rows, Function<StoredTap, K> key, int allowed) {
        Map<K, Long> counts = rows.stream().collect(groupingBy(key, counting()));
        counts.values().removeIf(count -> count <= allowed);
        return counts;
    }

    private static long tac(Tap tap) {
        return Long.parseUnsignedLong(tap.tac(), 16);
    }

    private static String describe(SentTap tap) {
        String said = tap.answer() == null ? tap.refusal() : String.valueOf(tap.answer());
        return "%s %s counter %d, sent %d times, %s %s"
                .formatted(tap.key(), tap.tap().kind(), tap.tap().cardCounter(), tap.sendings(), tap.fate(), said);
    }
}
