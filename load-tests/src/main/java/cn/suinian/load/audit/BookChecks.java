package cn.suinian.load.audit;

import cn.suinian.load.plan.Step;
import cn.suinian.load.reference.Expectation;
import cn.suinian.load.reference.Payer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold between the answers and the tap table. */
public final class BookChecks {
    private final List<Observed> observed;
    private final Books books;
    private final Map<TapKey, Step> acknowledged = new HashMap<>();

    public BookChecks(List<Observed> observed, Books books) {
        this.observed = observed;
        this.books = books;
        observed.stream()
                .filter(Observed::isAcknowledged)
                .map(Observed::step)
                .forEach(step -> acknowledged.putIfAbsent(TapKey.of(step.sender(), step.tap()), step));
    }

    public List<Invariant> all() {
        return List.of(
                acknowledgedTapsAreBookedOnce(),
                rowsSayWhatWasAnswered(),
                forgeriesLeaveNoTrace(),
                new Invariant("one subsidised lunch a day and five a week at most", books.lunchBreaks()),
                new Invariant("no tap of a blocked card is booked as approved", books.blockedApprovals()),
                subsidiesEqualTheReference("payer", BookChecks::payerOf, row -> payerName(row.payer())),
                subsidiesEqualTheReference("vendor", step -> step.sender().vendor(), TapRow::vendor),
                reversalsEqualTheReference());
    }

    private Invariant acknowledgedTapsAreBookedOnce() {
        List<String> breaks = new ArrayList<>();
        Map<TapKey, Long> booked =
                books.rows().stream().collect(Collectors.groupingBy(TapRow::key, Collectors.counting()));
        acknowledged.keySet().stream()
                .filter(key -> booked.getOrDefault(key, 0L) != 1)
                .forEach(key -> breaks.add(key + " is booked " + booked.getOrDefault(key, 0L) + " times"));
        booked.keySet().stream()
                .filter(key -> !acknowledged.containsKey(key))
                .forEach(key -> breaks.add(key + " is booked but was never acknowledged"));
        return new Invariant("every acknowledged tap is in the books exactly once, and nothing else is", breaks);
    }

    private Invariant rowsSayWhatWasAnswered() {
        List<String> breaks = new ArrayList<>();
        for (TapRow row : books.rows()) {
            Step step = acknowledged.get(row.key());
            if (step != null && !says(row, step)) {
                breaks.add(row + " does not say what was answered: " + step.expected());
            }
        }
        return new Invariant("every row of the books says what was answered", breaks);
    }

    private static boolean says(TapRow row, Step step) {
        Expectation expected = step.expected();
        return row.tac() == Long.parseUnsignedLong(step.tap().tac(), 16)
                && row.cardCounter() == step.tap().cardCounter()
                && row.service() == step.tap().kind().code()
                && row.amountFen() == step.tap().amountFen()
                && row.isApproved() == expected.isApproved()
                && row.subsidyFen() == expected.subsidyFen()
                && row.operatorSubsidyFen() == expected.operatorSubsidyFen()
                && row.deliverySubsidyFen() == expected.deliverySubsidyFen()
                && Objects.equals(row.vendor(), step.sender().vendor())
                && (expected.subsidyFen() == 0 || payerName(row.payer()).equals(payerOf(step)));
    }

    private Invariant forgeriesLeaveNoTrace() {
        Set<Integer> strangers = new HashSet<>();
        Set<String> forged = new HashSet<>();
        for (Observed seen : observed) {
            Step step = seen.step();
            if (step.expected().isAnswered()
                    && !step.expected().isStored()
                    && !step.expected().isReversal()) {
                TapKey key = TapKey.of(step.sender(), step.tap());
                forged.add(key + step.tap().tac());
                if ("CARD_UNKNOWN".equals(step.expected().reason())) {
                    strangers.add(key.cardSerial());
                }
            }
        }
        List<String> breaks = books.rows().stream()
                .filter(row -> strangers.contains(row.key().cardSerial())
                        || forged.contains(row.key() + "%016x".formatted(row.tac())))
                .map(row -> "a forged tap is booked: " + row)
                .toList();
        return new Invariant("a forged message leaves no trace in the books", breaks);
    }

    private Invariant subsidiesEqualTheReference(
            String by, Function<Step, String> ofStep, Function<TapRow, String> ofRow) {
        Map<String, Long> expected = new TreeMap<>();
        acknowledged.values().stream()
                .filter(step -> step.expected().subsidyFen() > 0)
                .forEach(step ->
                        expected.merge(ofStep.apply(step), step.expected().subsidyFen(), Long::sum));
        Map<String, Long> booked = new TreeMap<>();
        books.rows().stream()
                .filter(row -> row.isApproved() && row.subsidyFen() > 0)
                .forEach(row -> booked.merge(ofRow.apply(row), row.subsidyFen(), Long::sum));
        return new Invariant("subsidies by " + by + " equal the reference to the fen", differences(expected, booked));
    }

    /** Each tap that was reversed, once, with exactly what it had given. */
    private Invariant reversalsEqualTheReference() {
        Map<String, Long> expected = new TreeMap<>();
        observed.stream()
                .map(Observed::step)
                .filter(step -> step.expected().isReversal())
                .forEach(step -> {
                    Expectation undone = step.expected();
                    String key = TapKey.of(step.sender(), step.tap()) + " " + payerOf(step);
                    expected.put(key + " amount", step.tap().amountFen());
                    expected.put(key + " subsidy", -undone.subsidyFen());
                    expected.put(key + " on top", -undone.operatorSubsidyFen() - undone.deliverySubsidyFen());
                });
        Map<String, Long> booked = new TreeMap<>();
        books.reversals().forEach(row -> {
            String key = row.key() + " " + payerName(row.payer());
            booked.merge(key + " amount", row.amountFen(), Long::sum);
            booked.merge(key + " subsidy", row.subsidyFen(), Long::sum);
            booked.merge(key + " on top", row.operatorSubsidyFen() + row.deliverySubsidyFen(), Long::sum);
        });
        return new Invariant("reversals equal the reference to the fen", differences(expected, booked));
    }

    static List<String> differences(Map<String, Long> expected, Map<String, Long> found) {
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(expected.get(name), found.get(name)))
                .map(name -> "%s: %s fen, should be %s".formatted(name, found.get(name), expected.get(name)))
                .toList();
    }

    private static String payerOf(Step step) {
        Payer payer = step.expected().payer();
        return payer == null ? "" : payer.name();
    }

    /** The name of a payer's code, empty for none. */
    public static String payerName(int code) {
        for (Payer payer : Payer.values()) {
            if (payer.code() == code) {
                return payer.name();
            }
        }
        return "";
    }
}
