package cn.suinian.settlement.reconciliation.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which breaks which rule resolves. */
public final class ResolutionPolicy {
    private ResolutionPolicy() {}

    /** A break and the rule that resolves it. */
    public record Resolution(OpenItem item, ResolutionRule rule) {}

    /** What rules have spent together is counted by vendor, business day and kind, however many rules there are. */
    public record Budget(int vendorId, LocalDate day, BreakKind kind) {}

    /**
     * Rules of a vendor's own come before those for all, then the narrower one, then the older; a break that the
     * budget has no room for is left to people, and a smaller one after it may still fit.
     *
     * @param spent by runs before this one
     */
    public static List<Resolution> decide(List<OpenItem> items, List<ResolutionRule> rules, Map<Budget, Long> spent) {
        List<ResolutionRule> inOrder = rules.stream()
                .sorted(Comparator.<ResolutionRule, Boolean>comparing(rule -> rule.vendorId() == null)
                        .thenComparing(ResolutionRule::mostFen)
                        .thenComparing(ResolutionRule::ruleId))
                .toList();
        List<OpenItem> smallestFirst = items.stream()
                .sorted(Comparator.comparing(OpenItem::riskFen).thenComparing(OpenItem::breakNo))
                .toList();
        Map<Budget, Long> used = new HashMap<>(spent);
        List<Resolution> resolutions = new ArrayList<>();
        for (OpenItem item : smallestFirst) {
            Budget budget = new Budget(item.vendorId(), item.day(), item.kind());
            long after = used.getOrDefault(budget, 0L) + item.riskFen();
            for (ResolutionRule rule : inOrder) {
                if (rule.fits(item) && after <= rule.mostDayFen()) {
                    used.put(budget, after);
                    resolutions.add(new Resolution(item, rule));
                    break;
                }
            }
        }
        return resolutions;
    }
}
