package cn.suinian.gateway.console.reconciliation;

import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.reconciliation.approval.ApprovalPages;
import cn.suinian.gateway.console.reconciliation.breaks.BreakPages;
import cn.suinian.gateway.console.reconciliation.breaks.BreaksPages;
import cn.suinian.gateway.console.reconciliation.day.DayPages;
import cn.suinian.gateway.console.reconciliation.rule.RulePages;
import cn.suinian.gateway.console.reconciliation.statement.FormatPages;
import cn.suinian.gateway.console.reconciliation.statement.IncomingJobs;
import cn.suinian.gateway.console.reconciliation.statement.IncomingPages;
import cn.suinian.gateway.console.reconciliation.statement.StatementPages;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.office.Offices;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.settlement.reconciliation.breaks.BreakFilter;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** All pages of reconciliation. */
public final class ReconciliationPages {
    /** Of the head of every page. */
    public static final Section SECTION = new Section(
            Area.SETTLEMENT, "/reconciliation", Permission.RECONCILE_VIEW, ReconcileText.TITLE, ReconcileText.LINE);

    private static final int WEEK = 7;

    private final ReconciliationOffice office;
    private final IncomingJobs jobs;
    private final Clock clock;

    public ReconciliationPages(Offices offices, Vertx vertx, Clock clock) {
        this.office = ReconciliationOffice.of(offices);
        this.jobs = new IncomingJobs(office, vertx);
        this.clock = clock;
    }

    /** How many statements are taken in now. */
    public long underWay(Actor visitor) throws SQLException {
        return office.incoming().countUnderWay(visitor);
    }

    /** How many breaks are open. */
    public long open(Actor visitor) throws SQLException {
        return office.worklist().count(visitor, BreakFilter.OPEN);
    }

    /** How many breaks have been open for a week. */
    public long openForAWeek(Actor visitor) throws SQLException {
        return office.worklist().count(visitor, BreakFilter.OPEN.aged(WEEK));
    }

    /** Every route. */
    public List<ConsoleRoute> routes() {
        return Stream.of(
                        new DayPages(office, jobs).routes(),
                        new IncomingPages(office, jobs).routes(),
                        new StatementPages(office, jobs).routes(),
                        new BreaksPages(office, clock).routes(),
                        new BreakPages(office).routes(),
                        new ApprovalPages(office).routes(),
                        new RulePages(office).routes(),
                        new FormatPages(office).routes())
                .flatMap(List::stream)
                .toList();
    }
}
