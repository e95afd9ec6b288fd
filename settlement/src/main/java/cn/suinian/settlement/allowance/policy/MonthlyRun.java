package cn.suinian.settlement.allowance.policy;

import cn.suinian.core.holder.District;
import cn.suinian.settlement.allowance.policy.Ordered.Kind;
import cn.suinian.settlement.allowance.policy.Ordered.State;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * One person in the run of one district for one month.
 *
 * @param payer whose run it is
 * @param month the month of the run
 * @param since the first month that is looked back on
 */
public record MonthlyRun(District payer, YearMonth month, YearMonth since, Tiers tiers) {

    /**
     * What every month still needs from this district; none where nothing is left to do.
     *
     * @param ordered what all runs of all districts did for this person, but for this run itself
     */
    public List<RunLine> lines(Beneficiary person, List<Ordered> ordered) {
        List<RunLine> lines = new ArrayList<>();
        for (YearMonth each = since; !each.isAfter(month); each = each.plusMonths(1)) {
            add(lines, person, each, of(ordered, each));
        }
        return lines;
    }

    private void add(List<RunLine> lines, Beneficiary person, YearMonth each, List<Ordered> ordered) {
        MonthDue due = Entitlement.judge(person, each, tiers);
        long counted = ordered.stream().mapToLong(Ordered::counted).sum();
        long missing = due.fen() - counted;
        long open = ordered.stream().mapToLong(Ordered::claimed).sum();
        if (missing > 0 && due.payer() == payer) {
            long claimed = Math.min(missing, open);
            if (claimed > 0) {
                lines.add(new RunLine(each, Kind.WITHDRAWN, claimed, due.fromAge(), "KNOWN_LATE"));
            }
            if (missing > claimed) {
                Kind kind = each.equals(month) ? Kind.REGULAR : Kind.ARREARS;
                String reason = kind == Kind.REGULAR ? "TIER" : whyLate(person, each, ordered);
                lines.add(new RunLine(each, kind, missing - claimed, due.fromAge(), reason));
            }
        } else if (missing < 0) {
            long mine = ordered.stream()
                    .filter(line -> line.payer() == payer)
                    .mapToLong(Ordered::counted)
                    .sum();
            long back = Math.min(-missing, mine);
            if (back > 0) {
                String reason = due.why() == null ? "AMOUNT_LOWER" : due.why().name();
                lines.add(new RunLine(each, Kind.RECOVERY, -back, 0, reason));
            }
        } else if (counted < 0) {
            withdraw(lines, each, ordered, Math.min(-counted, open));
        }
    }

    /** What is claimed and was never received, since the bank returned it: whoever claims it takes it back. */
    private void withdraw(List<RunLine> lines, YearMonth each, List<Ordered> ordered, long most) {
        long mine = ordered.stream()
                .filter(line -> line.payer() == payer)
                .mapToLong(Ordered::claimed)
                .sum();
        long back = Math.min(most, mine);
        if (back > 0) {
            lines.add(new RunLine(each, Kind.WITHDRAWN, back, 0, "RETURNED"));
        }
    }

    private static String whyLate(Beneficiary person, YearMonth each, List<Ordered> ordered) {
        if (ordered.stream().anyMatch(line -> line.state() == State.RETURNED)) {
            return "RETURNED";
        }
        LocalDate checked = person.checkedOn();
        return checked != null && YearMonth.from(checked).isAfter(each) ? "CHECK_LATE" : "KNOWN_LATE";
    }

    private static List<Ordered> of(List<Ordered> ordered, YearMonth each) {
        return ordered.stream().filter(line -> line.month().equals(each)).toList();
    }
}
