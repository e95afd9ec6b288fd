package cn.suinian.load.audit;

import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.fake.SmallCity;
import cn.suinian.load.frame.CardNumber;
import cn.suinian.load.plan.DayPlanner;
import cn.suinian.load.plan.Deed;
import cn.suinian.load.plan.Step;
import cn.suinian.load.reference.Expectation;
import cn.suinian.load.terminal.Answer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a perfect gateway would have answered and booked for a small plan; the tests then falsify it. */
final class BooksOfAPlan {
    final List<Observed> observed = new ArrayList<>();
    final List<TapRow> rows = new ArrayList<>();
    final List<ReversalRow> reversals = new ArrayList<>();

    BooksOfAPlan() {
        List<Step> steps = new DayPlanner(
                        SmallCity.withHolders(300),
                        SmallCity.VENDOR_KINDS,
                        WorkCalendar.ofWeekends(),
                        SmallCity.FRIDAY,
                        SmallCity.FRIDAY.plusDays(2).atTime(9, 0).toInstant(ZoneOffset.ofHours(8)),
                        Duration.ofDays(15),
                        1)
                .plan()
                .steps()
                .toList();
        Map<TapKey, TapRow> booked = new LinkedHashMap<>();
        Map<TapKey, ReversalRow> undone = new LinkedHashMap<>();
        for (Step step : steps) {
            observed.add(observed(step));
            if (step.expected().isReversal()) {
                undone.putIfAbsent(TapKey.of(step.sender(), step.tap()), reversal(step));
            }
            if (step.expected().isStored() && step.deed() != Deed.LOOK_UP) {
                booked.putIfAbsent(TapKey.of(step.sender(), step.tap()), row(step));
            }
        }
        rows.addAll(booked.values());
        reversals.addAll(undone.values());
    }

    List<String> broken() {
        Books books = new Books(rows, reversals, List.of(), List.of());
        return new BookChecks(observed, books)
                .all().stream()
                        .filter(invariant -> !invariant.holds())
                        .map(Invariant::sentence)
                        .toList();
    }

    private static Observed observed(Step step) {
        Expectation expected = step.expected();
        Answer answer = !expected.isAnswered()
                ? null
                : new Answer(
                        Comparison.tapId(step.sender(), step.tap()),
                        expected.outcome(),
                        expected.reason(),
                        expected.subsidyFen(),
                        expected.selfPayFen(),
                        null,
                        expected.balanceLeft(),
                        expected.journey(),
                        expected.cue());
        return new Observed(step, expected.status(), answer, List.of(), List.of());
    }

    private static ReversalRow reversal(Step step) {
        Expectation expected = step.expected();
        return new ReversalRow(
                TapKey.of(step.sender(), step.tap()),
                step.tap().kind().code(),
                step.tap().amountFen(),
                -expected.subsidyFen(),
                expected.payer() == null ? 0 : expected.payer().code(),
                -expected.operatorSubsidyFen(),
                -expected.deliverySubsidyFen(),
                step.sender().vendor());
    }

    private static TapRow row(Step step) {
        Expectation expected = step.expected();
        return new TapRow(
                TapKey.of(step.sender(), step.tap()),
                CardNumber.serialOf(step.tap().cardNo()),
                Long.parseUnsignedLong(step.tap().tac(), 16),
                step.tap().cardCounter(),
                step.tap().kind().code(),
                step.tap().amountFen(),
                expected.isApproved() ? 0 : 7,
                expected.subsidyFen(),
                expected.payer() == null ? 0 : expected.payer().code(),
                expected.operatorSubsidyFen(),
                expected.deliverySubsidyFen(),
                step.sender().vendor());
    }
}
