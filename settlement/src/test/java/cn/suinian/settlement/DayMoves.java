package cn.suinian.settlement;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayActs;
import cn.suinian.settlement.businessday.DayBoard;
import cn.suinian.settlement.businessday.DayGate;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/** Moves days of a test city the way staff do, by two made-up people. */
public final class DayMoves implements AutoCloseable {
    /** Who does the work. */
    public static final Actor MAKER = person(1, "test-maker");

    /** Who signs. */
    public static final Actor CHECKER = person(2, "test-checker");

    private final Transactions transactions;
    private final List<DayGate> gates;

    public DayMoves(City city, DayGate... gates) {
        this.transactions = Transactions.over(city.database(), 4);
        this.gates = List.of(gates);
    }

    /** A made-up member of staff who may do everything in the whole city. */
    public static Actor person(long staffId, String account) {
        return new Actor(staffId, account, EnumSet.allOf(Permission.class), Scope.CITY, "");
    }

    public Transactions transactions() {
        return transactions;
    }

    public DayActs acts() {
        return new DayActs(transactions, gates, new AuditLog(Clock.systemUTC()), Clock.systemUTC());
    }

    public DayBoard board() {
        return new DayBoard(transactions, gates, Clock.systemUTC());
    }

    /** Takes a cleared day as far as this, each step as it should be. */
    public void moveTo(LocalDate day, State wanted) throws SQLException {
        acts().reconcile(MAKER, day);
        if (wanted.compareTo(State.APPROVED) >= 0) {
            acts().approve(CHECKER, acts().askToApprove(MAKER, day, "figures agree"));
        }
        if (wanted.compareTo(State.PAID) >= 0) {
            acts().markPaid(CHECKER, day);
        }
        if (wanted == State.SEALED) {
            acts().seal(CHECKER, day, (transaction, which) -> {});
        }
    }

    /** The state before this one. */
    public static State before(State next) {
        List<State> states = List.of(State.values());
        return states.get(states.indexOf(next) - 1);
    }

    @Override
    public void close() {
        transactions.close();
    }
}
