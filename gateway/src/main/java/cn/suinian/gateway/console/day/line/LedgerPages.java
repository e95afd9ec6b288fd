package cn.suinian.gateway.console.day.line;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.businessday.BusinessDays;
import cn.suinian.settlement.clearing.TrialBalance;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The trial balance; of their own payer for staff of a district. */
public final class LedgerPages {

    static final String PATH = "/ledger";

    private final BusinessDays days;
    private final Clock clock;

    public LedgerPages(BusinessDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(PATH, Permission.DAY_VIEW, this::page),
                ConsoleRoute.get(PATH + "/csv", Permission.DAY_VIEW, this::csv));
    }

    private Answer page(Visit visit) throws SQLException {
        LedgerView view = new LedgerView(visit.frame(), balance(visit), Math.max(0, visit.queryNumber("from")));
        return Answer.page("day/line/ledger.jte", Map.of("view", view));
    }

    private Answer csv(Visit visit) throws SQLException {
        TrialBalance balance = balance(visit);
        AccountWords words =
                new AccountWords(balance.vendorNames(), visit.frame().language());
        String name = "suinian-trial-balance-" + LocalDate.now(clock.withZone(Figures.ZONE)) + ".csv";
        return Answer.text(name, "text/csv; charset=utf-8", out -> LineCsv.write(balance, words, out));
    }

    private TrialBalance balance(Visit visit) throws SQLException {
        return days.getTrialBalance(visit.actor().scope().onlyPayer());
    }
}
