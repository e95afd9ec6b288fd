package cn.suinian.settlement.allowance.outcome;

import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.RunReads;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tells of a run, until its payments are ordered, whose account has not changed since the bank returned a payment. */
public final class BouncedReads {

    private static final int MOST_NAMED = 50;

    /** Accounts are taken down when a run is approved: what changed later was not what the bank refused. */
    private static final String UNCHANGED = """
            SELECT holder_id, run_no, code FROM (
                SELECT DISTINCT ON (l.holder_id) l.holder_id, p.run_no, b.code
                FROM allowance_line l
                JOIN allowance_line o ON o.holder_id = l.holder_id AND o.month = l.month AND o.run_no < l.run_no
                    AND o.kind IN ('REGULAR', 'ARREARS')
                JOIN allowance_payment p ON p.run_no = o.run_no AND p.holder_id = o.holder_id AND NOT p.withheld
                JOIN allowance_result b ON b.payment_no = p.payment_no AND b.outcome = 'RETURNED'
                WHERE l.run_no = ? AND l.kind = 'ARREARS' AND l.reason = 'RETURNED'
                ORDER BY l.holder_id, p.payment_no DESC) AS returned
            WHERE NOT EXISTS (
                SELECT FROM holder_change c
                WHERE c.holder_id = returned.holder_id AND c.field = 'BANK_ACCOUNT' AND c.changed_at > (
                    SELECT max(a.at) FROM allowance_run_act a
                    WHERE a.run_no = returned.run_no AND a.to_state = 'APPROVED'))
            ORDER BY holder_id
            """;

    private final Transactions transactions;
    private final RunReads runs;

    public BouncedReads(Transactions transactions) {
        this.transactions = transactions;
        this.runs = new RunReads(transactions);
    }

    /** Tells it of a run; nobody once its payments are ordered. */
    public Bounced tell(Actor actor, long runNo) throws SQLException {
        AllowanceRun run = runs.getRun(actor, runNo);
        return switch (run.state()) {
            case LISTED, CONFIRMED, APPROVED -> read(runNo);
            case PAY_FILE, RECONCILED, DISCARDED -> Bounced.NOBODY;
        };
    }

    private Bounced read(long runNo) throws SQLException {
        return transactions.run(transaction -> {
            try (PreparedStatement select = transaction.prepareStatement(UNCHANGED)) {
                select.setLong(1, runNo);
                List<Bounced.Payment> named = new ArrayList<>();
                long people = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        people++;
                        if (named.size() < MOST_NAMED) {
                            named.add(new Bounced.Payment(
                                    row.getLong("holder_id"), row.getLong("run_no"), row.getString("code")));
                        }
                    }
                }
                return new Bounced(people, named);
            }
        });
    }
}
