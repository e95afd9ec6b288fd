package cn.suinian.settlement.allowance.outcome;

import cn.suinian.core.postgres.Transactions;
import cn.suinian.core.staff.Actor;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.RunReads;
import cn.suinian.settlement.allowance.payee.RefusedAccount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is on the list of a run and gets nothing by it: until the second signature whoever is known to have died or to
 * have no account to pay to, from then on whoever died or whose last payment came back from that account, and once the
 * payments are ordered those whom the order left out.
 */
public final class WithheldReads {

    private static final int MOST_NAMED = 20;

    private static final String DEAD_OR_REFUSED = """
            SELECT l.holder_id, sum(l.fen) AS fen
            FROM allowance_line l JOIN holder h USING (holder_id)
            WHERE l.run_no = ? AND l.kind IN ('REGULAR', 'ARREARS')
            GROUP BY l.run_no, l.holder_id HAVING bool_or(h.deceased_on < l.month) OR
            """ + RefusedAccount.is("l.holder_id", "l.run_no");
    private static final String DEAD_OR_WITHOUT_ACCOUNT = """
            SELECT l.holder_id, sum(l.fen) AS fen
            FROM allowance_line l JOIN holder h USING (holder_id) LEFT JOIN holder_person p USING (holder_id)
            WHERE l.run_no = ? AND l.kind IN ('REGULAR', 'ARREARS')
            GROUP BY l.holder_id HAVING bool_or(h.deceased_on < l.month OR p.bank_account_sealed IS NULL) OR
            """ + RefusedAccount.is("l.holder_id");
    private static final String LEFT_OUT = "SELECT holder_id, fen FROM allowance_payment WHERE run_no = ? AND withheld";

    private final Transactions transactions;
    private final RunReads runs;

    public WithheldReads(Transactions transactions) {
        this.transactions = transactions;
        this.runs = new RunReads(transactions);
    }

    /** Tells it of a run. */
    public Withheld tell(Actor actor, long runNo) throws SQLException {
        AllowanceRun run = runs.getRun(actor, runNo);
        return switch (run.state()) {
            case LISTED, CONFIRMED -> read(DEAD_OR_WITHOUT_ACCOUNT, runNo);
            case APPROVED -> read(DEAD_OR_REFUSED, runNo);
            case PAY_FILE, RECONCILED -> read(LEFT_OUT, runNo);
            case DISCARDED -> Withheld.NOBODY;
        };
    }

    private Withheld read(String sql, long runNo) throws SQLException {
        return transactions.run(transaction -> read(transaction, sql, runNo));
    }

    private static Withheld read(Connection transaction, String sql, long runNo) throws SQLException {
        try (PreparedStatement select = transaction.prepareStatement(sql + " ORDER BY holder_id")) {
            select.setLong(1, runNo);
            List<Long> named = new ArrayList<>();
            long people = 0;
            long fen = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    people++;
                    fen += row.getLong("fen");
                    if (named.size() < MOST_NAMED) {
                        named.add(row.getLong("holder_id"));
                    }
                }
            }
            return new Withheld(people, fen, named);
        }
    }
}
