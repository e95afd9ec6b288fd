package cn.suinian.core.card.office;

import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.card.stock.CardChoice;
import cn.suinian.core.card.stock.CardRun;
import cn.suinian.core.card.stock.CardStock;
import cn.suinian.core.card.stock.OwnCounter;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.TestServers;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Role;
import cn.suinian.core.staff.Scope;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** A counter with a stock of cards, on a Wednesday noon. Holders above a million are none of its. */
public final class CardDesk implements AutoCloseable {

    public static final int COUNTER = 7;
    public static final int FIRST_IN_STOCK = 9_000_000;
    public static final int IN_STOCK = 400;
    public static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 25, 12, 0);

    public static final Actor CLERK = new Actor(1L, "clerk", Role.COUNTER_CLERK.permissions(), Scope.CITY, "10.0.0.1");
    public static final Actor SUPERVISOR =
            new Actor(2L, "supervisor", Role.COUNTER_SUPERVISOR.permissions(), Scope.CITY, "10.0.0.2");
    public static final Actor AUDITOR = new Actor(3L, "auditor", Role.AUDITOR.permissions(), Scope.CITY, "10.0.0.3");

    private static final long STRANGERS = 1_000_000;

    public final Database database;
    public final SteppedClock clock = new SteppedClock(NOON);
    public final Transactions transactions;
    public final CardStock stock;
    public final CardOffice office;
    public final CardFile file;

    private int next = FIRST_IN_STOCK + IN_STOCK;

    /** With a range of numbers and a stock of cards at the counter. */
    public CardDesk(Database database) throws SQLException {
        this.database = database;
        this.transactions = Transactions.over(database, 8);
        AuditLog audit = new AuditLog(clock);
        this.stock = new CardStock(transactions, audit, new OwnCounter(), version -> version <= 2, clock);
        HolderScope scope = (transaction, actor, holder) -> holder < STRANGERS;
        this.office = new CardOffice(transactions, audit, stock, scope, CardTerm.ANNUAL, clock);
        this.file = new CardFile(transactions, scope, CardTerm.ANNUAL, clock);
        CardRun run = new CardRun(FIRST_IN_STOCK, FIRST_IN_STOCK + IN_STOCK - 1);
        int range = stock.addRange(SUPERVISOR, run, "A", 1);
        stock.receive(SUPERVISOR, range, IN_STOCK);
        stock.transfer(SUPERVISOR, run, null, COUNTER);
    }

    /** An unused card of the stock, from its upper end: whoever takes the next one gets the lowest. */
    public CardChoice.Named card() {
        return new CardChoice.Named(--next);
    }

    /** Somebody without a card. */
    public long person(String bornOn) throws SQLException {
        return Long.parseLong(sql("INSERT INTO holder (born_on) VALUES ('" + bornOn + "') RETURNING holder_id"));
    }

    /** Somebody of 76. */
    public long person() throws SQLException {
        return person("1950-05-01");
    }

    /** Somebody new with a card that works. */
    public CardState holder() throws SQLException {
        return office.issueAndActivate(CLERK, person(), card()).card();
    }

    /** The card as a clerk would see it now. */
    public CardSeen seen(CardState card) throws SQLException {
        return new CardSeen(
                card.serial(), file.getCard(SUPERVISOR, card.serial()).status());
    }

    public String sql(String statement) throws SQLException {
        return TestServers.ask(database, statement);
    }

    /** How many entries the audit trail has of this card. */
    public int audited(int serial, String act) throws SQLException {
        return Integer.parseInt(sql("SELECT count(*) FROM audit_log WHERE subject_kind = 'CARD' AND subject = '"
                + serial + "' AND act = '" + act + "'"));
    }

    @Override
    public void close() {
        transactions.close();
    }
}
