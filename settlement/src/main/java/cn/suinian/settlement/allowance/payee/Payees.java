package cn.suinian.settlement.allowance.payee;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.sealed.SealedColumn;
import cn.suinian.core.holder.sealed.Seals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Whom a run pays and where to. It is taken from the register at the second signature and sealed together with the run
 * and the holder: what a counter corrects later goes into the next run.
 */
public final class Payees {

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String WHOLE = "%d\n%d\n%s\n%s";

    private static final String REGISTERED = """
            SELECT nextval(pg_get_serial_sequence('allowance_payee', 'payee_no')) AS payee_no,
                   p.holder_id, p.name_sealed, p.bank_account_sealed
            FROM holder_person p
            WHERE p.bank_account_sealed IS NOT NULL
              AND p.holder_id IN (SELECT holder_id FROM allowance_line
                                  WHERE run_no = ? AND kind IN ('REGULAR', 'ARREARS'))
              AND NOT EXISTS (SELECT FROM allowance_payee y WHERE y.run_no = ? AND y.holder_id = p.holder_id)
            """;
    private static final String FREEZE =
            "INSERT INTO allowance_payee (payee_no, run_no, holder_id, content_sealed) VALUES (?, ?, ?, ?)";

    private final Seals seals;

    public Payees(DataVault vault) {
        this.seals = new Seals(vault);
    }

    /** One of them. */
    public record Payee(String name, String account) {}

    /** Takes down who is not yet, and has an account; how many. */
    public int freeze(Connection transaction, long runNo) throws SQLException {
        int frozen = 0;
        try (PreparedStatement select = transaction.prepareStatement(REGISTERED);
                PreparedStatement insert = transaction.prepareStatement(FREEZE)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setLong(1, runNo);
            select.setLong(2, runNo);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    add(insert, runNo, row);
                    if (++frozen % ROWS_AT_A_TIME == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
        return frozen;
    }

    private void add(PreparedStatement insert, long runNo, ResultSet row) throws SQLException {
        long payeeNo = row.getLong("payee_no");
        long holderId = row.getLong("holder_id");
        String name = seals.open(SealedColumn.NAME, holderId, row.getBytes("name_sealed"));
        String account = seals.open(SealedColumn.BANK_ACCOUNT, holderId, row.getBytes("bank_account_sealed"));
        insert.setLong(1, payeeNo);
        insert.setLong(2, runNo);
        insert.setLong(3, holderId);
        insert.setBytes(4, seals.seal(SealedColumn.ALLOWANCE_PAYEE, payeeNo, whole(runNo, holderId, account, name)));
        insert.addBatch();
    }

    /** What was taken down for a holder of a run. */
    public Payee open(long runNo, long holderId, long payeeNo, byte @Nullable [] sealed) {
        if (sealed == null) {
            throw new IllegalStateException("run %d pays holder %d and has no payee".formatted(runNo, holderId));
        }
        String[] parts =
                seals.open(SealedColumn.ALLOWANCE_PAYEE, payeeNo, sealed).split("\n", 4);
        Payee payee = new Payee(parts[3], parts[2]);
        if (!parts[0].equals(Long.toString(runNo)) || !parts[1].equals(Long.toString(holderId))) {
            throw new IllegalStateException(
                    "payee %d was moved to run %d, holder %d".formatted(payeeNo, runNo, holderId));
        }
        return payee;
    }

    private static String whole(long runNo, long holderId, String account, String name) {
        return WHOLE.formatted(runNo, holderId, account, name);
    }
}
