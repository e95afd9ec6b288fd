package cn.suinian.gateway.console.day.line;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.businessday.BusinessDays;
import cn.suinian.settlement.businessday.BusinessDays.TapReading;
import cn.suinian.settlement.businessday.DayRefusal;
import cn.suinian.settlement.businessday.DayReport;
import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.SettledTaps;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A day's lines, the lines of a vendor, and the taps behind them. Lines are added up by payer, and staff of a district
 * see those of their own.
 */
public final class LinePages {

    /** Taps on a page. */
    private static final int PAGE = 50;

    private final BusinessDays days;

    public LinePages(BusinessDays days) {
        this.days = days;
    }

    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(DayPath.DAY + "/lines", Permission.DAY_VIEW, this::lines),
                ConsoleRoute.get(DayPath.DAY + "/lines/csv", Permission.DAY_VIEW, this::csv),
                ConsoleRoute.get(DayPath.DAY + "/vendors/:vendor", Permission.DAY_VIEW, this::vendor),
                ConsoleRoute.get(DayPath.DAY + "/taps", Permission.DAY_VIEW, this::taps),
                ConsoleRoute.get(DayPath.DAY + "/late", Permission.DAY_VIEW, this::late),
                ConsoleRoute.get(DayPath.DAY + "/reversals", Permission.DAY_VIEW, this::reversals));
    }

    private Answer lines(Visit visit) throws SQLException {
        DayReport report = report(visit).of(only(visit));
        LineFilter filter = LineFilter.of(visit);
        LinesView view = new LinesView(
                visit.form(filter.typed(), Problems.NONE), report, filter, Math.max(0, visit.queryNumber("from")));
        return Answer.page("day/line/lines.jte", Map.of("view", view));
    }

    private Answer csv(Visit visit) throws SQLException {
        DayReport report = report(visit).of(only(visit));
        LineFilter filter = LineFilter.of(visit);
        String name = "suinian-clearing-" + report.businessDay().day() + ".csv";
        return Answer.text(name, "text/csv; charset=utf-8", out -> LineCsv.write(report, filter, out));
    }

    private Answer vendor(Visit visit) throws SQLException {
        DayReport report = report(visit);
        String code = visit.path("vendor");
        Optional<ClearingLine> any = Stream.concat(report.lines().stream(), report.reversals().stream())
                .filter(line -> line.vendorCode().equals(code))
                .findFirst();
        if (any.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        DayReport own = report.of(only(visit));
        VendorDayView view = new VendorDayView(
                visit.frame(), report.businessDay().day(), any.get(), of(own.lines(), code), of(own.reversals(), code));
        return Answer.page("day/line/vendor.jte", Map.of("view", view));
    }

    private static List<ClearingLine> of(List<ClearingLine> lines, String code) {
        return lines.stream().filter(line -> line.vendorCode().equals(code)).toList();
    }

    private Answer taps(Visit visit) throws SQLException {
        LocalDate day = report(visit).businessDay().day();
        String vendor = visit.query("vendor").orElse("");
        String asked = visit.query("payer").filter(LineFilter::isPayer).orElse(ClearingLine.NO_PAYER);
        String payer = only(visit).map(Payer::label).orElse(asked);
        Optional<Service> service = LineFilter.service(visit.query("service").orElse(""));
        if (vendor.isEmpty() || service.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        SettledTaps.Line line = new SettledTaps.Line(day, vendor, LineFilter.payer(payer), service.get());
        Address here = new Address(DayPath.of(day) + "/taps")
                .with("vendor", vendor)
                .with("payer", payer)
                .with("service", service.get().name());
        return show(visit, TapsView.What.BEHIND, here, Optional.of(line), taps -> taps.behind(line, from(visit), PAGE));
    }

    private Answer late(Visit visit) throws SQLException {
        LocalDate day = report(visit).businessDay().day();
        Address here = new Address(DayPath.of(day) + "/late");
        return show(visit, TapsView.What.LATE, here, Optional.empty(), taps -> taps.late(day, from(visit), PAGE));
    }

    private Answer reversals(Visit visit) throws SQLException {
        LocalDate day = report(visit).businessDay().day();
        Address here = new Address(DayPath.of(day) + "/reversals");
        return show(
                visit, TapsView.What.REVERSED, here, Optional.empty(), taps -> taps.reversed(day, from(visit), PAGE));
    }

    private Answer show(
            Visit visit, TapsView.What what, Address here, Optional<SettledTaps.Line> line, TapReading reading)
            throws SQLException {
        SettledTaps.Page page = days.listTaps(reading);
        TapsView view = new TapsView(
                visit.frame(),
                new TapsView.Where(
                        DayPath.day(visit), what, line, here, from(visit).isPresent()),
                page);
        return Answer.page("day/line/taps.jte", Map.of("view", view));
    }

    private static Optional<Payer> only(Visit visit) {
        return visit.actor().scope().onlyPayer();
    }

    private static Optional<TapId> from(Visit visit) {
        return visit.query("from").flatMap(TapId::parse);
    }

    private DayReport report(Visit visit) throws SQLException {
        return days.findReport(DayPath.day(visit)).orElseThrow(() -> new RefusedException(DayRefusal.NO_SUCH_DAY));
    }
}
