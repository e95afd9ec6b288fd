package cn.suinian.gateway.console.reconciliation.approval;

import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.office.ReconciliationOffice;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lists what waits for a second signature in reconciliation, for the inbox of the whole console. */
public final class Inbox {
    private final ReconciliationOffice office;

    public Inbox(ReconciliationOffice office) {
        this.office = office;
    }

    /** The oldest first; whoever lists it may see reconciliation. */
    public List<Waiting> list(Actor actor, int most) throws SQLException {
        return Stream.concat(
                        office.adjustments().listOpen(actor, most).stream().map(Waiting::of),
                        office.excuses().listOpen(actor, most).stream().map(Waiting::of))
                .sorted(Comparator.comparingLong(each -> each.request().requestNo()))
                .limit(most)
                .toList();
    }
}
