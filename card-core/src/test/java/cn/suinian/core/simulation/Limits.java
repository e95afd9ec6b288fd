package cn.suinian.core.simulation;

import cn.suinian.core.authorization.ModelDatabase.Row;
import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.terminal.Service;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What no rule may ever exceed, counted from the stored rows alone; it knows nothing of who is entitled to what. */
final class Limits {

    private static final int A_WEEK = 5;
    private static final int VOUCHER_FEN = 80_000;

    private record Day(long holderId, LocalDate day) {}

    private record Counter(int cardSerial, long counter) {}

    private final BiConsumer<Invariant, String> violated;
    private final Set<Day> lunches = new HashSet<>();
    private final Map<Day, Integer> weeks = new HashMap<>();
    private final Map<Day, Integer> vouchers = new HashMap<>();
    private final Set<Counter> counters = new HashSet<>();

    Limits(BiConsumer<Invariant, String> violated) {
        this.violated = violated;
    }

    void check(Job job, Row row, boolean liveCard) {
        Answer answer = row.answer();
        if (answer.subsidyFen() < 0 || answer.subsidyFen() > row.tap().amountFen()) {
            violated.accept(Invariant.SUBSIDY_WITHIN_AMOUNT, job + " is stored as " + answer);
        }
        if (answer.balanceLeft() != null && answer.balanceLeft() < 0) {
            violated.accept(Invariant.BALANCE_NEVER_NEGATIVE, job + " is stored as " + answer);
        }
        Counter counter = new Counter(row.tap().cardSerial(), row.tap().cardCounter());
        if (liveCard && answer.approved() && !counters.add(counter)) {
            violated.accept(Invariant.ONE_APPROVAL_PER_COUNTER, job + ": " + counter);
        }
        if (row.tap().service() == Service.MEAL && answer.subsidyFen() > 0) {
            lunch(job, row);
        }
        if (row.tap().service() == Service.VOUCHER) {
            voucher(job, row);
        }
    }

    /** What a reversal gives back may be used again. */
    void undone(Reversal reversal) {
        long holderId = reversal.key().holderId();
        LocalDate day = reversal.key().tapDate();
        if (reversal.service() == Service.MEAL && reversal.subsidyFen() > 0) {
            lunches.remove(new Day(holderId, day));
            weeks.merge(new Day(holderId, day.with(DayOfWeek.MONDAY)), -1, Integer::sum);
        }
        if (reversal.service() == Service.VOUCHER) {
            vouchers.merge(new Day(holderId, day.withDayOfMonth(1)), -reversal.subsidyFen(), Integer::sum);
        }
    }

    private void voucher(Job job, Row row) {
        LocalDate month = row.tap().key().tapDate().withDayOfMonth(1);
        Day purse = new Day(row.tap().key().holderId(), month);
        int paid = vouchers.merge(purse, row.answer().subsidyFen(), Integer::sum);
        if (paid > VOUCHER_FEN) {
            violated.accept(Invariant.VOUCHER_WITHIN_GRANT, job + ": " + paid + " fen in " + month);
        }
    }

    private void lunch(Job job, Row row) {
        long holderId = row.tap().key().holderId();
        LocalDate day = row.tap().key().tapDate();
        if (!lunches.add(new Day(holderId, day))) {
            violated.accept(Invariant.ONE_LUNCH_A_DAY, job + ": holder " + holderId + " on " + day);
        }
        Day week = new Day(holderId, day.with(DayOfWeek.MONDAY));
        if (weeks.merge(week, 1, Integer::sum) > A_WEEK) {
            violated.accept(Invariant.FIVE_LUNCHES_A_WEEK, job + ": holder " + holderId + " in the week of " + day);
        }
    }
}
