package cn.suinian.core.simulation;

import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.JourneyHalf.Kind;
import cn.suinian.core.authorization.ModelDatabase;
import cn.suinian.core.authorization.ModelDatabase.ReversalRow;
import cn.suinian.core.authorization.ModelDatabase.Row;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.simulation.ReferencePerson.Half;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What is stored against what the reference says, at every commit and once more from the beginning at the end.
 *
 * <p>A batch keeps the order of its taps and that of its reversals, but not how the two were mixed. Where a holder has
 * both in one batch, every mixture will do that the reference can explain and that leaves the half of a journey waiting
 * which the account has: two mixtures may give the same answers and differ in that alone.
 */
final class Comparison {

    private final ModelDatabase database;
    private final BiConsumer<Invariant, String> violated;
    private final LocalDate firstOpenDay;
    private final Reference reference;
    private final List<Consumer<Reference>> log = new ArrayList<>();
    private final Books expected = new Books();

    Comparison(ModelDatabase database, BiConsumer<Invariant, String> violated) {
        this.database = database;
        this.violated = violated;
        this.firstOpenDay = database.openDay();
        this.reference = new Reference(firstOpenDay);
    }

    void person(Facts now) {
        reference.person(now);
        log.add(book -> book.person(now));
    }

    void openDay(LocalDate day) {
        reference.openDay(day);
        log.add(book -> book.openDay(day));
    }

    void batch(List<Row> taps, List<ReversalRow> reversals) {
        if (reversals.isEmpty()) {
            taps.forEach(this::compare);
            return;
        }
        Map<Long, Mixture> holders = new TreeMap<>();
        taps.forEach(row -> mixture(holders, row.tap().key()).taps.add(row));
        reversals.forEach(
                row -> mixture(holders, row.reversal().key()).reversals.add(row));
        holders.values().forEach(mixture -> {
            if (!mixture.explained(0, 0)) {
                violated.accept(Invariant.AGREES_WITH_REFERENCE, "no order explains " + mixture);
            }
        });
    }

    private Mixture mixture(Map<Long, Mixture> holders, TapKey key) {
        return holders.computeIfAbsent(key.holderId(), Mixture::new);
    }

    private void compare(Row row) {
        Reference.Ruled ruled = reference.rule(row.tap());
        log.add(book -> again(book, row));
        if (!agrees(ruled, row)) {
            violated.accept(
                    Invariant.AGREES_WITH_REFERENCE,
                    Words.of(row.tap()) + " is stored as " + row.answer() + " settled " + row.settleDate()
                            + ", the reference says " + ruled.answer() + " settled " + ruled.settleDate());
        }
    }

    private static boolean agrees(Reference.Ruled ruled, Row row) {
        return ruled.answer().equals(row.answer()) && ruled.settleDate().equals(row.settleDate());
    }

    private static boolean agrees(Reference.Undone undone, ReversalRow row) {
        return row.reversal().equals(undone.reversal()) && undone.settleDate().equals(row.settleDate());
    }

    /** One holder's part of a batch. */
    private final class Mixture {

        private final long holderId;
        private final List<Row> taps = new ArrayList<>();
        private final List<ReversalRow> reversals = new ArrayList<>();

        Mixture(long holderId) {
            this.holderId = holderId;
        }

        boolean explained(int tap, int reversal) {
            if (tap == taps.size() && reversal == reversals.size()) {
                return leavesTheHalfOfTheAccount();
            }
            ReferencePerson before = reference.remember(holderId);
            if (tap < taps.size()) {
                Row row = taps.get(tap);
                if (agrees(reference.rule(row.tap()), row)) {
                    log.add(book -> again(book, row));
                    if (explained(tap + 1, reversal)) {
                        return true;
                    }
                    log.remove(log.size() - 1);
                }
                reference.goBack(holderId, before.copy());
            }
            if (reversal < reversals.size()) {
                ReversalRow row = reversals.get(reversal);
                if (agrees(reference.undo(row.reversal()), row)) {
                    log.add(book -> again(book, row));
                    if (explained(tap, reversal + 1)) {
                        return true;
                    }
                    log.remove(log.size() - 1);
                }
                reference.goBack(holderId, before);
            }
            return false;
        }

        private boolean leavesTheHalfOfTheAccount() {
            JourneyHalf kept = database.facts(holderId).account().half();
            Half waiting = reference.remember(holderId).waiting;
            if (waiting == null) {
                return kept.equals(JourneyHalf.NONE);
            }
            Kind kind = waiting.entry() ? Kind.ENTRY : Kind.EXIT;
            return kept.equals(new JourneyHalf(kind, waiting.second(), waiting.terminal(), waiting.seq()));
        }

        @Override
        public String toString() {
            return "the taps " + taps + " with the reversals " + reversals;
        }
    }

    private void again(Reference book, Row row) {
        Reference.Ruled ruled = book.rule(row.tap());
        expected.settle(row.tap(), ruled.answer(), ruled.settleDate());
        Row now = database.find(row.tap().key());
        if (now == null || !agrees(ruled, now)) {
            violated.accept(Invariant.AGREES_WITH_REFERENCE, "at the end " + now + " is stored instead of " + ruled);
        }
    }

    private void again(Reference book, ReversalRow row) {
        Reference.Undone undone = book.undo(row.reversal());
        if (undone.reversal() != null) {
            expected.settle(undone.reversal(), undone.settleDate());
        }
        ReversalRow now = database.findReversal(row.reversal().key());
        if (now == null || !agrees(undone, now)) {
            violated.accept(Invariant.AGREES_WITH_REFERENCE, "at the end " + now + " is stored instead of " + undone);
        }
    }

    /** The whole log through a new reference, and the sums of both. */
    void once() {
        Reference again = new Reference(firstOpenDay);
        log.forEach(entry -> entry.accept(again));
        Books stored = new Books();
        database.rows().forEach(row -> stored.settle(row.tap(), row.answer(), row.settleDate()));
        database.reversalRows().forEach(row -> stored.settle(row.reversal(), row.settleDate()));
        String difference = stored.differenceTo(expected);
        if (!difference.isEmpty()) {
            violated.accept(Invariant.SUMS_AGREE, difference);
        }
    }
}
