package cn.suinian.settlement.businessday;

import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.DeclineCount;
import cn.suinian.settlement.clearing.JournalTotals;
import cn.suinian.settlement.clearing.Sums;
import java.util.List;

/**
 * What a business day came to. Nothing but zeros before it is cleared.
 *
 * @param lines by vendor code, payer and service
 * @param declines by service and reason
 */
public record DayReport(
        BusinessDay businessDay, List<ClearingLine> lines, List<DeclineCount> declines, JournalTotals journal) {

    public DayReport {
        lines = List.copyOf(lines);
        declines = List.copyOf(declines);
    }

    /** All lines together. */
    public Sums totals() {
        return lines.stream().map(ClearingLine::sums).reduce(Sums.ZERO, Sums::plus);
    }
}
