package cn.suinian.gateway.console.holder;

import cn.suinian.core.approval.ApprovalRefusal;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.reference.Reference;
import cn.suinian.gateway.console.approval.WaitingRoom;
import cn.suinian.gateway.console.holder.approval.ApprovalPages;
import cn.suinian.gateway.console.holder.change.CircumstancePages;
import cn.suinian.gateway.console.holder.change.ConsentPages;
import cn.suinian.gateway.console.holder.change.CorrectPages;
import cn.suinian.gateway.console.holder.change.EventPages;
import cn.suinian.gateway.console.holder.page.HolderPages;
import cn.suinian.gateway.console.holder.register.RegisterPages;
import cn.suinian.gateway.console.holder.search.FindPages;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.office.Offices;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every page about holders. */
public final class HolderFeature {

    private final List<ConsoleRoute> routes;
    private final ApprovalPages approvals;

    /**
     * All of them.
     *
     * @param database read past the desks: what the next tap is decided on, and flags
     * @param reference rules and calendar as this node knows them
     */
    public HolderFeature(Offices offices, SqlClient database, Supplier<Reference> reference, Clock clock) {
        HolderRegister holders = offices.holders();
        this.approvals = new ApprovalPages(holders);
        // The fixed path comes before the one with a number in it.
        this.routes = NotThere.around(
                Stream.of(
                                new FindPages(holders).routes(),
                                new RegisterPages(holders).routes(),
                                new HolderPages(offices, database, reference, clock).routes(),
                                new CorrectPages(holders, clock).routes(),
                                new CircumstancePages(holders, clock).routes(),
                                new EventPages(holders, clock).routes(),
                                new ConsentPages(offices, clock).routes(),
                                approvals.routes())
                        .flatMap(List::stream)
                        .toList(),
                HolderRefusal.NO_SUCH_HOLDER,
                ApprovalRefusal.NO_SUCH_REQUEST);
    }

    /** Where the head of every page leads. */
    public static List<Section> sections() {
        return List.of(FindPages.SECTION, RegisterPages.SECTION);
    }

    /** What waits for a second signature. */
    public WaitingRoom waiting() {
        return approvals;
    }

    public List<ConsoleRoute> routes() {
        return routes;
    }
}
