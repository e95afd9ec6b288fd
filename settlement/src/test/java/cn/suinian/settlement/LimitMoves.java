package cn.suinian.settlement;

import cn.suinian.core.approval.Approvals;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.settlement.limit.Limit;
import cn.suinian.settlement.limit.Limits;
import cn.suinian.settlement.limit.Limits.Wanted;
import java.sql.SQLException;
import java.time.Clock;

/** Changes limits of a test city the way staff do, by two made-up people. */
public final class LimitMoves {
    private LimitMoves() {}

    /** All that is done with limits, over this database. */
    public static Limits office(Transactions transactions, Clock clock) {
        return new Limits(transactions, new Approvals(clock), new AuditLog(clock), clock);
    }

    /** Another value at once; empty: none. */
    public static void set(Transactions transactions, Clock clock, Limit limit, String about, String value)
            throws SQLException {
        Limits limits = office(transactions, clock);
        long request = limits.ask(DayMoves.MAKER, new Wanted(limit, about, value, null), "as the test wants it");
        limits.approve(DayMoves.CHECKER, request);
    }
}
