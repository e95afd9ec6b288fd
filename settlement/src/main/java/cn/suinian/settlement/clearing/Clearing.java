package cn.suinian.settlement.clearing;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Clears one business day, once. Every call runs in the caller's transaction, and whoever calls has made sure that no
 * tap can join the day any more.
 */
public final class Clearing {

    /**
     * One pass over the day's taps. The first branch reads one partition, the second the index of late taps: its
     * condition must repeat the index's own, word for word.
     */
    static final String LINES = """
            WITH settled AS MATERIALIZED (
                SELECT vendor_id, coalesce(payer, 0) AS payer, service, reason, count(*) AS taps,
                       sum(amount) AS gross, sum(subsidy) AS subsidy, sum(operator_subsidy) AS operator_subsidy,
                       sum(delivery_subsidy) AS delivery_subsidy, count(*) FILTER (WHERE late) AS late
                FROM (
                    SELECT vendor_id, payer, service, reason, amount, subsidy, operator_subsidy,
                           delivery_subsidy, false AS late
                    FROM tap
                    WHERE tap_date = ? AND settle_date = ?
                    UNION ALL
                    SELECT vendor_id, payer, service, reason, amount, subsidy, operator_subsidy,
                           delivery_subsidy, true
                    FROM tap
                    WHERE settle_date = ? AND settle_date <> tap_date AND tap_date < ?
                ) AS taps
                GROUP BY 1, 2, 3, 4
            ), lines AS (
                INSERT INTO clearing_line (day, vendor_id, payer, service, taps, gross, subsidy, self_pay,
                                           operator_subsidy, delivery_subsidy)
                SELECT ?, vendor_id, payer, service, taps, gross, subsidy, gross - subsidy, operator_subsidy,
                       delivery_subsidy
                FROM settled WHERE reason = 0
            ), declines AS (
                INSERT INTO clearing_decline (day, service, reason, taps)
                SELECT ?, service, reason, sum(taps) FROM settled WHERE reason <> 0 GROUP BY service, reason
            )
            SELECT coalesce(sum(taps) FILTER (WHERE reason = 0), 0) AS approved,
                   coalesce(sum(taps) FILTER (WHERE reason <> 0), 0) AS declined,
                   coalesce(sum(late), 0) AS late
            FROM settled
            """;

    /** Found by the index of the reversals' own day; there are few. */
    private static final String REVERSALS = """
            WITH taken_back AS (
                INSERT INTO clearing_reversal (day, vendor_id, payer, service, taps, gross, subsidy, self_pay,
                                               operator_subsidy, delivery_subsidy)
                SELECT settle_date, vendor_id, coalesce(payer, 0), service, count(*), sum(amount), sum(subsidy),
                       sum(amount - subsidy), sum(operator_subsidy), sum(delivery_subsidy)
                FROM tap_reversal
                WHERE settle_date = ?
                GROUP BY 1, 2, 3, 4
                RETURNING taps
            )
            SELECT coalesce(sum(taps), 0) AS reversed FROM taken_back
            """;

    private static final String PAYER_ACCOUNTS = """
            INSERT INTO ledger_account (name, kind, payer, service)
            SELECT DISTINCT 'payer:' || p.label || ':' || s.label, 'PAYER', p.code, s.code
            FROM clearing_entry e
            JOIN unnest(?::int2[], ?::text[]) AS p (code, label) ON p.code = e.payer
            JOIN unnest(?::int2[], ?::text[]) AS s (code, label) ON s.code = e.service
            WHERE e.day = ?
              AND NOT EXISTS (SELECT FROM ledger_account a WHERE a.payer = p.code AND a.service = s.code)
            """;

    private static final String VENDOR_ACCOUNTS = """
            INSERT INTO ledger_account (name, kind, vendor_id)
            SELECT DISTINCT 'vendor:' || v.code || ':payable', 'VENDOR', v.vendor_id
            FROM clearing_entry e
            JOIN vendor v USING (vendor_id)
            WHERE e.day = ?
              AND NOT EXISTS (SELECT FROM ledger_account a WHERE a.vendor_id = v.vendor_id)
            """;

    private static final String TRANSFERS = """
            INSERT INTO journal_transfer (day, kind, debit_account, credit_account, amount_fen)
            SELECT e.day, e.kind,
                   CASE WHEN e.reversal THEN payable.account_id ELSE owing.account_id END,
                   CASE WHEN e.reversal THEN owing.account_id ELSE payable.account_id END,
                   e.amount_fen
            FROM clearing_entry e
            JOIN ledger_account owing ON owing.payer = e.payer AND owing.service = e.service
            JOIN ledger_account payable ON payable.vendor_id = e.vendor_id
            WHERE e.day = ?
            ORDER BY e.reversal, e.vendor_id, e.payer, e.service, e.kind
            """;

    private final Connection connection;

    /** Works in this connection's transaction. */
    public Clearing(Connection connection) {
        this.connection = connection;
    }

    /**
     * Adds up the taps that settle on this day.
     *
     * @throws SQLException also when the day already has lines
     */
    public TapCounts addLines(LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LINES)) {
            for (int parameter = 1; parameter <= 6; parameter++) {
                statement.setObject(parameter, day);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new TapCounts(row.getLong("approved"), row.getLong("declined"), row.getLong("late"));
            }
        }
    }

    /**
     * Adds up the reversals that settle on this day, whenever their taps did.
     *
     * @return how many
     * @throws SQLException also when the day already has some
     */
    public long addReversals(LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REVERSALS)) {
            statement.setObject(1, day);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong("reversed");
            }
        }
    }

    /**
     * Posts what the day's lines and reversals say is owed, opening the accounts it needs.
     *
     * @return how many entries
     * @throws SQLException also when the day is already posted
     */
    public int postJournal(LocalDate day) throws SQLException {
        openPayerAccounts(day);
        try (PreparedStatement vendors = connection.prepareStatement(VENDOR_ACCOUNTS);
                PreparedStatement transfers = connection.prepareStatement(TRANSFERS)) {
            vendors.setObject(1, day);
            vendors.executeUpdate();
            transfers.setObject(1, day);
            return transfers.executeUpdate();
        }
    }

    private void openPayerAccounts(LocalDate day) throws SQLException {
        List<Payer> payers = new ArrayList<>(List.of(Payer.CITY));
        Arrays.stream(District.values()).map(Payer::of).forEach(payers::add);
        List<Service> services = List.of(Service.values());
        try (PreparedStatement statement = connection.prepareStatement(PAYER_ACCOUNTS)) {
            statement.setArray(1, array("int2", payers.stream().map(Payer::code).toArray()));
            statement.setArray(
                    2, array("text", payers.stream().map(Payer::label).toArray()));
            statement.setArray(
                    3, array("int2", services.stream().map(Service::code).toArray()));
            statement.setArray(
                    4, array("text", services.stream().map(Service::name).toArray()));
            statement.setObject(5, day);
            statement.executeUpdate();
        }
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
