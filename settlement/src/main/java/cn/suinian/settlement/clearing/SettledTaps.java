package cn.suinian.settlement.clearing;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sub-ledger of a cleared day: the taps behind a line, those that came late, those that were taken back. A page at
 * a time, in the order of their keys; the next page begins with the first tap that this one does not show.
 */
public final class SettledTaps {

    private static final String COLUMNS = """
            t.tap_date, t.terminal_id, t.terminal_seq, t.tac, t.tapped_at, t.received_at, v.code, v.name,
            t.payer, t.service, t.amount, t.subsidy, t.operator_subsidy + t.delivery_subsidy AS extra
            """;

    private static final String FROM_HERE = "AND (t.tap_date, t.terminal_id, t.terminal_seq) >= (?, ?, ?)";

    private static final String IN_ORDER = """
            ORDER BY t.tap_date, t.terminal_id, t.terminal_seq, t.tac LIMIT ?
            """;

    /** The day's own partition and the index of late taps, as clearing reads them. */
    private static final String BEHIND = """
            SELECT %1$s FROM tap t JOIN vendor v USING (vendor_id)
            WHERE (t.tap_date = ? OR (t.settle_date <> t.tap_date AND t.tap_date < ?)) AND t.settle_date = ?
              AND v.code = ? AND coalesce(t.payer, 0) = ? AND t.service = ? AND t.reason = 0 %2$s
            """.formatted(COLUMNS, FROM_HERE) + IN_ORDER;

    private static final String LATE = """
            SELECT %1$s FROM tap t JOIN vendor v USING (vendor_id)
            WHERE t.settle_date = ? AND t.settle_date <> t.tap_date AND t.tap_date < ? AND t.reason = 0 %2$s
            """.formatted(COLUMNS, FROM_HERE) + IN_ORDER;

    /** A reversal has no TAC of its own: it is called what its tap is. */
    private static final String REVERSED = """
            SELECT t.tap_date, t.terminal_id, t.terminal_seq, o.tac, o.tapped_at, t.received_at, v.code, v.name,
                   t.payer, t.service, t.amount, t.subsidy, t.operator_subsidy + t.delivery_subsidy AS extra
            FROM tap_reversal t
            JOIN vendor v USING (vendor_id)
            JOIN tap o USING (tap_date, terminal_id, terminal_seq, holder_id)
            WHERE t.settle_date = ? %s
            ORDER BY t.tap_date, t.terminal_id, t.terminal_seq, o.tac LIMIT ?
            """.formatted(FROM_HERE);

    private static final TapId FROM_THE_FIRST = new TapId(LocalDate.of(1, 1, 1), 0, 0, 0);

    /** The line whose taps are looked for. */
    public record Line(LocalDate day, String vendorCode, Optional<Payer> payer, Service service) {}

    /**
     * A page.
     *
     * @param next where the next page begins; empty: this is the last one
     */
    public record Page(List<SettledTap> taps, Optional<TapId> next) {
        public Page {
            taps = List.copyOf(taps);
        }
    }

    private final Connection connection;

    /** Reads through this connection. */
    public SettledTaps(Connection connection) {
        this.connection = connection;
    }

    /** The approved taps that a line adds up. */
    public Page behind(Line line, Optional<TapId> from, int count) throws SQLException {
        return page(
                BEHIND,
                count,
                from,
                line.day(),
                line.day(),
                line.day(),
                line.vendorCode(),
                line.payer().map(Payer::code).orElse(0),
                line.service().code());
    }

    /** Approved taps of earlier days that settle in this one. */
    public Page late(LocalDate day, Optional<TapId> from, int count) throws SQLException {
        return page(LATE, count, from, day, day);
    }

    /** Taps that were taken back in this day, whenever they were made. */
    public Page reversed(LocalDate day, Optional<TapId> from, int count) throws SQLException {
        return page(REVERSED, count, from, day);
    }

    private Page page(String sql, int count, Optional<TapId> from, Object... arguments) throws SQLException {
        TapId first = from.orElse(FROM_THE_FIRST);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int at = 1;
            for (Object argument : arguments) {
                select.setObject(at++, argument);
            }
            select.setObject(at++, first.tapDate());
            select.setLong(at++, first.terminalId());
            select.setLong(at++, first.terminalSeq());
            select.setInt(at, count + 1);
            List<SettledTap> taps = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taps.add(read(row));
                }
            }
            return taps.size() > count
                    ? new Page(
                            taps.subList(0, count), Optional.of(taps.get(count).id()))
                    : new Page(taps, Optional.empty());
        }
    }

    private static SettledTap read(ResultSet row) throws SQLException {
        int payer = row.getInt("payer");
        return new SettledTap(
                TapId.of(
                        row.getObject("tap_date", LocalDate.class),
                        row.getLong("terminal_id"),
                        row.getLong("terminal_seq"),
                        row.getLong("tac")),
                row.getObject("tapped_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("code"),
                row.getString("name"),
                payer == 0 ? Optional.empty() : Optional.of(new Payer(payer)),
                Service.ofCode(row.getInt("service")),
                row.getLong("amount"),
                row.getLong("subsidy"),
                row.getLong("extra"));
    }
}
