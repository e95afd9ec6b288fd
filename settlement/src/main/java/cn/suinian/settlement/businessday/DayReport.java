package cn.suinian.settlement.businessday;

import cn.suinian.core.money.Payer;
import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.DeclineCount;
import cn.suinian.settlement.clearing.JournalTotals;
import cn.suinian.settlement.clearing.Sums;
import java.util.List;
import java.util.Optional;

/**
 * What a business day came to. Nothing but zeros before it is cleared.
 *
 * @param lines by vendor code, payer and service
 * @param reversals what was taken back, by vendor code, payer and service; amounts to take off
 * @param declines by service and reason
 */
public record DayReport(
        BusinessDay businessDay,
        List<ClearingLine> lines,
        List<ClearingLine> reversals,
        List<DeclineCount> declines,
        JournalTotals journal) {

    public DayReport {
        lines = List.copyOf(lines);
        reversals = List.copyOf(reversals);
        declines = List.copyOf(declines);
    }

    /**
     * What of it is one payer's: its lines and reversals. Declines and journal stay, which are of no vendor.
     *
     * @param payer empty: all, as it is
     */
    public DayReport of(Optional<Payer> payer) {
        return payer.isEmpty()
                ? this
                : new DayReport(
                        businessDay,
                        lines.stream()
                                .filter(line -> line.payer().equals(payer))
                                .toList(),
                        reversals.stream()
                                .filter(line -> line.payer().equals(payer))
                                .toList(),
                        declines,
                        journal);
    }

    /** All lines together, with what was taken back still in them. */
    public Sums totals() {
        return sum(lines);
    }

    /** All that was taken back. */
    public Sums reversed() {
        return sum(reversals);
    }

    private static Sums sum(List<ClearingLine> lines) {
        return lines.stream().map(ClearingLine::sums).reduce(Sums.ZERO, Sums::plus);
    }
}
