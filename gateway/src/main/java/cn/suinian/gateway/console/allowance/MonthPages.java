package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.AllowanceMonths.Total;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.AllowanceRuns;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Months, and a month with its districts; a list is made here. */
final class MonthPages {

    private static final int PAGE = 12;
    private static final String MONTH = "/allowance/months/:month";

    private final AllowanceOffice office;

    MonthPages(AllowanceOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get("/allowance", Permission.ALLOWANCE_VIEW, this::months),
                ConsoleRoute.form(MONTH, Permission.ALLOWANCE_VIEW, this::month),
                ConsoleRoute.act(MONTH + "/list", Permission.ALLOWANCE_PREPARE, this::list, this::month));
    }

    private Answer months(Visit visit) throws SQLException {
        YearMonth now = office.months().now();
        Optional<YearMonth> before = visit.query("before")
                .filter(text -> text.matches("20[0-9]{2}-(0[1-9]|1[0-2])"))
                .map(YearMonth::parse);
        List<Total> found = office.months().list(visit.actor(), before.orElse(now.plusMonths(1)), PAGE + 1);
        List<Total> shown = found.subList(0, Math.min(PAGE, found.size()));
        String older =
                found.size() > PAGE ? "/allowance?before=" + shown.get(PAGE - 1).month() : null;
        MonthsView view = new MonthsView(
                visit.frame(),
                office.months().board(visit.actor(), now),
                shown,
                before.isPresent() ? "/allowance" : null,
                older);
        return Answer.page("allowance/months.jte", Map.of("view", view));
    }

    private Answer month(Visit visit, Problems problems) throws SQLException {
        MonthView view = new MonthView(
                visit.form(problems),
                office.months().board(visit.actor(), Guard.month(visit)),
                office.months().now(),
                visit.actor().scope().district());
        return Answer.page("allowance/month.jte", Map.of("view", view));
    }

    private Answer list(Visit visit) throws SQLException {
        Optional<District> district = visit.typed().choice("district", District.class);
        if (district.isEmpty()) {
            Problems.NONE.and("district", AllowanceText.CHOOSE_DISTRICT).stopIfAny();
        }
        AllowanceRun run = office.runs()
                .list(visit.actor(), Guard.month(visit), district.orElseThrow(), AllowanceRuns.Listener.SILENT);
        return Answer.to(RunView.path(run)).saying(Flash.done(visit.frame().say(AllowanceText.LISTED_SAID)));
    }
}
