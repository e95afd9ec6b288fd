package cn.suinian.load.audit;

import cn.suinian.load.frame.TapKind;
import cn.suinian.load.stage.ClearingLine;
import cn.suinian.load.stage.ClosedDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What must hold between the tap table and the closed day. */
public final class ClearingChecks {
    private final List<TapRow> rows;
    private final List<ReversalRow> reversals;
    private final List<ClosedDay> days;

    /**
     * @param rows the taps that settle on these days
     * @param reversals those that settle on these days
     */
    public ClearingChecks(List<TapRow> rows, List<ReversalRow> reversals, List<ClosedDay> days) {
        this.rows = rows;
        this.reversals = reversals;
        this.days = days;
    }

    public List<Invariant> all() {
        return List.of(linesAreTheSumOfTheTaps(), reversalsAreTakenOff(), journalBalances());
    }

    private Invariant linesAreTheSumOfTheTaps() {
        Map<String, Long> summed = new TreeMap<>();
        rows.stream().filter(TapRow::isApproved).forEach(row -> {
            String key = key(row.vendor(), BookChecks.payerName(row.payer()), serviceName(row.service()));
            add(summed, key, 1, row.amountFen(), row.subsidyFen(), row.operatorSubsidyFen() + row.deliverySubsidyFen());
        });
        Map<String, Long> cleared = cleared(lines());
        List<String> breaks = new ArrayList<>(BookChecks.differences(summed, cleared));
        lines().stream()
                .filter(line -> line.grossFen() != line.subsidyFen() + line.selfPayFen())
                .forEach(line -> breaks.add("gross is not subsidy and self-pay: " + line));
        return new Invariant("the clearing lines are the sum of the taps", breaks);
    }

    private Invariant reversalsAreTakenOff() {
        Map<String, Long> summed = new TreeMap<>();
        reversals.forEach(row -> {
            String key = key(row.vendor(), BookChecks.payerName(row.payer()), serviceName(row.service()));
            add(summed, key, 1, row.amountFen(), row.subsidyFen(), row.operatorSubsidyFen() + row.deliverySubsidyFen());
        });
        List<ClearingLine> taken =
                days.stream().flatMap(day -> day.reversals().stream()).toList();
        return new Invariant("the close takes off what was reversed", BookChecks.differences(summed, cleared(taken)));
    }

    private static Map<String, Long> cleared(List<ClearingLine> lines) {
        Map<String, Long> cleared = new TreeMap<>();
        lines.forEach(line -> {
            String key = key(line.vendor(), line.payer(), line.service());
            long onTop = line.operatorSubsidyFen() + line.deliverySubsidyFen();
            add(cleared, key, line.taps(), line.grossFen(), line.subsidyFen(), onTop);
        });
        return cleared;
    }

    private Invariant journalBalances() {
        List<String> breaks = new ArrayList<>();
        for (ClosedDay day : days) {
            if (day.journalDebitFen() != day.journalCreditFen()) {
                breaks.add("%s: debits %d, credits %d"
                        .formatted(day.day(), day.journalDebitFen(), day.journalCreditFen()));
            }
            long owed = Stream.concat(day.lines().stream(), day.reversals().stream())
                    .mapToLong(ClearingLine::owedFen)
                    .sum();
            if (day.journalDebitFen() != owed) {
                breaks.add("%s: the journal moves %d, the lines %d".formatted(day.day(), day.journalDebitFen(), owed));
            }
        }
        return new Invariant("the journal balances and equals the clearing", breaks);
    }

    private List<ClearingLine> lines() {
        return days.stream().flatMap(day -> day.lines().stream()).toList();
    }

    private static void add(Map<String, Long> sums, String key, long taps, long gross, long subsidy, long onTop) {
        sums.merge(key + " taps", taps, Long::sum);
        sums.merge(key + " gross", gross, Long::sum);
        sums.merge(key + " subsidy", subsidy, Long::sum);
        sums.merge(key + " on top", onTop, Long::sum);
    }

    private static String key(String vendor, String payer, String service) {
        return vendor + " " + payer + " " + service;
    }

    /** The protocol's name of a service code. */
    public static String serviceName(int code) {
        for (TapKind kind : TapKind.values()) {
            if (kind.code() == code) {
                return kind.name();
            }
        }
        return "service " + code;
    }
}
