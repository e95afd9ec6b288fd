package cn.suinian.gateway.console.day.line;

import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.WordText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.gateway.console.today.ReasonText;
import cn.suinian.settlement.businessday.DayReport;
import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.Sums;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of a day's lines, ready to print. */
public final class LinesView {

    private static final int PAGE = 100;

    private final FormView form;
    private final DayReport report;
    private final LineFilter filter;
    private final List<ClearingLine> fitting;
    private final int from;

    LinesView(FormView form, DayReport report, LineFilter filter, long from) {
        this.form = form;
        this.report = report;
        this.filter = filter;
        this.fitting = report.lines().stream().filter(filter::fits).toList();
        this.from = (int) Math.min(from, fitting.size());
    }

    /** A number of declined taps. */
    public record DeclineRow(String service, String reason, String taps) {}

    public Frame frame() {
        return form.frame();
    }

    public FormView form() {
        return form;
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String day() {
        return date().toString();
    }

    public String dayPath() {
        return DayPath.of(date());
    }

    public boolean cleared() {
        return report.businessDay().isCleared();
    }

    public List<Option> payers() {
        return LineFilter.payerOptions(frame().language());
    }

    public List<Option> services() {
        return LineFilter.serviceOptions(frame().language());
    }

    /** The lines of this page. */
    public List<LineRow> rows() {
        return fitting.stream()
                .skip(from)
                .limit(PAGE)
                .map(line -> LineRow.of(date(), line, frame().language()))
                .toList();
    }

    /** All lines that fit, on every page. */
    public LineRow total() {
        Sums sums = fitting.stream().map(ClearingLine::sums).reduce(Sums.ZERO, Sums::plus);
        return LineRow.total(say(WordText.TOTAL), sums);
    }

    /** What is payable of what fits, on every page, and what it comes of. */
    public Map<String, String> owed() {
        return LineRow.owed(
                frame(),
                fitting,
                report.reversals().stream().filter(filter::fits).toList());
    }

    /** Declined taps, by service and reason; without a filter only. */
    public List<DeclineRow> declines() {
        if (from > 0 || !filter.equals(new LineFilter("", "", java.util.Optional.empty()))) {
            return List.of();
        }
        return report.declines().stream()
                .map(each -> new DeclineRow(
                        Names.service(each.service().code(), frame().language()),
                        ReasonText.of(each.reason().number()).title().in(frame().language()),
                        Figures.count(each.taps())))
                .toList();
    }

    public @Nullable String first() {
        return from == 0 ? null : here().toString();
    }

    public @Nullable String older() {
        return from + PAGE < fitting.size() ? here().with("from", from + PAGE).toString() : null;
    }

    /** Where the same lines are as CSV. */
    public String csvPath() {
        return narrowed(new Address(dayPath() + "/lines/csv")).toString();
    }

    private Address here() {
        return narrowed(new Address(dayPath() + "/lines"));
    }

    private Address narrowed(Address address) {
        return address.with("vendor", filter.vendor())
                .with("payer", filter.payer())
                .with("service", filter.service().map(Enum::name).orElse(null));
    }

    private LocalDate date() {
        return report.businessDay().day();
    }
}
