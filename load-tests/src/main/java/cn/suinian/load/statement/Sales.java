package cn.suinian.load.statement;

import cn.suinian.load.plan.Step;
import cn.suinian.load.reference.Expectation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the tills of all vendors know after a day. */
public final class Sales {
    private static final Comparator<Sale> IN_ORDER = Comparator.comparing(Sale::tappedAt)
            .thenComparing(sale -> sale.key().terminalId())
            .thenComparing(sale -> sale.key().terminalSeq())
            .thenComparing(sale -> sale.key().cardNo());

    private Sales() {}

    /** Each tap that was kept, once however often it was sent, by the vendor's code; the earliest first. */
    public static Map<String, List<Sale>> byVendor(List<Step> steps) {
        Set<Sale.Key> takenBack = new HashSet<>();
        Map<Sale.Key, Step> first = new LinkedHashMap<>();
        for (Step step : steps) {
            Sale.Key key = keyOf(step);
            switch (step.deed()) {
                case SEND, SEND_AT_ONCE -> {
                    if (step.expected().isStored()) {
                        first.putIfAbsent(key, step);
                    }
                }
                case REVERSE -> {
                    if (step.expected().isReversal()) {
                        takenBack.add(key);
                    }
                }
                case SEND_BROKEN, LOOK_UP -> {}
            }
        }
        Map<String, List<Sale>> sales = new TreeMap<>(first.entrySet().stream()
                .map(each -> sale(each.getKey(), each.getValue(), takenBack))
                .collect(Collectors.groupingBy(Sale::vendor)));
        sales.replaceAll((vendor, each) -> each.stream().sorted(IN_ORDER).toList());
        return sales;
    }

    /** What each payer owes each vendor, in fen: the money of the days by vendor and payer. */
    public static Map<Owed, Long> owed(List<List<Sale>> days) {
        Map<Owed, Long> owed = new HashMap<>();
        days.stream().flatMap(List::stream).filter(sale -> sale.owedFen() > 0).forEach(sale -> {
            if (sale.payer() == null) {
                throw new IllegalStateException("nobody pays for " + sale.key());
            }
            owed.merge(new Owed(sale.vendor(), sale.payer()), sale.owedFen(), Long::sum);
        });
        return owed;
    }

    private static Sale.Key keyOf(Step step) {
        return new Sale.Key(
                Sale.dayOf(step.tap().tappedAt()),
                step.sender().terminalId(),
                step.tap().terminalSeq(),
                step.tap().cardNo());
    }

    private static Sale sale(Sale.Key key, Step step, Set<Sale.Key> takenBack) {
        Expectation expected = step.expected();
        Sale.Fate fate = !expected.isApproved()
                ? Sale.Fate.DECLINED
                : takenBack.contains(key) ? Sale.Fate.TAKEN_BACK : Sale.Fate.COUNTED;
        return new Sale(
                key,
                step.tap().tappedAt(),
                step.tap().kind(),
                step.sender().vendor(),
                step.tap().amountFen(),
                expected.subsidyFen(),
                expected.operatorSubsidyFen() + expected.deliverySubsidyFen(),
                expected.payer(),
                fate);
    }
}
