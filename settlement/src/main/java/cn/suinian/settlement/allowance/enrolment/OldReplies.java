package cn.suinian.settlement.allowance.enrolment;

import cn.suinian.core.audit.AuditEntry;
import cn.suinian.core.audit.AuditLog;
import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.sealed.Seals;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Drops what people wrote that is neither a yes nor a no, and that nobody ever answered: of the dead, and of whoever
 * wrote it more than a year ago. That there was such a reply, and of which day, stays in the audit trail. Blocks.
 */
public final class OldReplies {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int AT_A_TIME = 200;

    private final Transactions transactions;
    private final Seals seals;
    private final AuditLog audit;
    private final Clock clock;

    public OldReplies(Transactions transactions, DataVault vault, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.seals = new Seals(vault);
        this.audit = audit;
        this.clock = clock;
    }

    /** A reply that is gone. */
    record Gone(long messageNo, long holderId, LocalDate on, boolean dead) {}

    /** Drops all of them; how many. */
    public int drop(Actor actor) throws SQLException {
        int dropped = 0;
        while (true) {
            int more = dropSome(actor);
            dropped += more;
            if (more < AT_A_TIME) {
                return dropped;
            }
        }
    }

    private int dropSome(Actor actor) throws SQLException {
        // A day more than the database keeps them, whose clock may be behind.
        LocalDate before = LocalDate.now(clock.withZone(SHANGHAI)).minusYears(1).minusDays(1);
        return transactions.run(transaction -> {
            List<Gone> gone = new UnclearStore(transaction, seals).dropOld(before, AT_A_TIME);
            for (Gone each : gone) {
                audit.append(
                        transaction,
                        actor,
                        AuditEntry.of("ALLOWANCE_REPLY_DROPPED", "HOLDER", each.holderId())
                                .with(Map.of(
                                        "message", Long.toString(each.messageNo()),
                                        "on", each.on().toString(),
                                        "dead", Boolean.toString(each.dead()))));
            }
            return gone.size();
        });
    }
}
