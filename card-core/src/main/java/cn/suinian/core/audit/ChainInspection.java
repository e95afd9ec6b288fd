package cn.suinian.core.audit;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the chain for those who may read the trail, and remembers in the trail itself that somebody did. Blocking,
 * and slow: some seconds for a million entries.
 */
public final class ChainInspection {

    /** More entries than this are left to {@code suinian verify}. */
    public static final long MOST_ENTRIES = 2_000_000;

    private static final String ACT = "AUDIT_VERIFIED";
    private static final AuditQuery INSPECTIONS = AuditQuery.about("AUDIT", "CHAIN");
    private static final String ONE_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
    private static final String HEAD = "SELECT entry_no, hash FROM audit_head";

    private final Transactions transactions;
    private final AuditLog log;
    private final AuditReader reader;
    private final Clock clock;

    public ChainInspection(Transactions transactions, AuditLog log, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.reader = new AuditReader(transactions, log);
        this.clock = clock;
    }

    /** The newest entry and its hash; says nothing about the others. */
    public ChainState head(Actor actor) throws SQLException {
        AuditReader.require(actor);
        return transactions.run(transaction -> head(transaction, List.of()));
    }

    /** When somebody last looked here, and what they found; empty: nobody did yet. */
    public Optional<AuditRow> last(Actor actor) throws SQLException {
        return reader.page(actor, INSPECTIONS, 0, 1).stream().findFirst();
    }

    /**
     * Recomputes every hash on one snapshot.
     *
     * @throws RefusedException with TOO_MANY_ENTRIES
     */
    public ChainState inspect(Actor actor) throws SQLException {
        if (head(actor).entryNo() > MOST_ENTRIES) {
            throw new RefusedException(AuditRefusal.TOO_MANY_ENTRIES);
        }
        ChainState found = transactions.run(transaction -> {
            try (Statement snapshot = transaction.createStatement()) {
                snapshot.execute(ONE_SNAPSHOT);
            }
            return head(transaction, AuditChain.breaches(transaction));
        });
        AuditEntry entry = AuditEntry.of(ACT, "AUDIT", "CHAIN")
                .with(Map.of(
                        "entry", Long.toString(found.entryNo()),
                        "hash", found.hash(),
                        "found", found.whole() ? "whole" : found.breaches().get(0)));
        transactions.run(transaction -> log.append(transaction, actor, entry));
        return found;
    }

    private ChainState head(Connection transaction, List<String> breaches) throws SQLException {
        try (PreparedStatement read = transaction.prepareStatement(HEAD);
                ResultSet head = read.executeQuery()) {
            return head.next()
                    ? new ChainState(clock.instant(), head.getLong(1), Hex.encode(head.getBytes(2)), breaches)
                    : new ChainState(clock.instant(), 0, "", List.of("the head of the chain is missing"));
        }
    }
}
