package cn.suinian.gateway.console.day.line;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.WordText;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.Sums;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The lines of one vendor and day, ready to print.
 *
 * @param any one of its lines or of what was taken back, whoever pays it
 */
public record VendorDayView(
        Frame frame, LocalDate date, ClearingLine any, List<ClearingLine> lines, List<ClearingLine> taken) {

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    /** Whether the reader may see its reconciliation. */
    public boolean reconciles() {
        return frame.visitor().may(Permission.RECONCILE_VIEW);
    }

    /** Its statements and breaks of the day, and what is done about them. */
    public String reconciliationPath() {
        return DayPath.reconciliation(date, any.vendorId());
    }

    public String title() {
        return say(LineText.OF_VENDOR, any.vendorName() + " " + any.vendorCode(), date);
    }

    public String dayName() {
        return Figures.day(date, frame.language());
    }

    public String dayPath() {
        return DayPath.of(date);
    }

    public List<LineRow> rows() {
        return lines.stream()
                .map(line -> LineRow.of(date, line, frame.language()))
                .toList();
    }

    /** What was taken back. */
    public List<LineRow> reversals() {
        return taken.stream()
                .map(line -> LineRow.of(date, line, frame.language()))
                .toList();
    }

    /** What is payable, and what it comes of. */
    public Map<String, String> owed() {
        return LineRow.owed(frame, lines, taken);
    }

    public LineRow total() {
        return LineRow.total(
                say(WordText.TOTAL), lines.stream().map(ClearingLine::sums).reduce(Sums.ZERO, Sums::plus));
    }
}
