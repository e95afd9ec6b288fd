package cn.suinian.gateway.console.tap;

import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.card.CardNumber;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The console's question about one tap. A journey may cross midnight: its other half is looked for around the day. */
final class CircumstanceStore {

    private static final String FIND = """
            SELECT t.tap_date, t.terminal_id, t.terminal_seq, t.holder_id, v.code, v.name, t.card_serial, t.payer,
                   t.direction, t.line, t.station, t.vehicle, t.delivery_subsidy,
                   p.tap_date AS partner_date, p.terminal_id AS partner_terminal, p.terminal_seq AS partner_seq,
                   p.tac AS partner_tac
            FROM tap t
            LEFT JOIN vendor v USING (vendor_id)
            LEFT JOIN LATERAL (
                SELECT o.tap_date, o.terminal_id, o.terminal_seq, o.tac
                FROM tap o
                WHERE o.tap_date BETWEEN t.tap_date - 1 AND t.tap_date + 1 AND o.terminal_id = t.pair_terminal
                  AND o.terminal_seq = t.pair_seq AND o.holder_id = t.holder_id
                ORDER BY abs(o.tap_date - t.tap_date)
                LIMIT 1) p ON true
            WHERE t.tap_date = $1 AND t.terminal_id = $2 AND t.terminal_seq = $3
              AND (t.tac >> 32) & 4294967295 = $4
            ORDER BY t.holder_id
            LIMIT 1
            """;

    private final SqlClient database;

    CircumstanceStore(SqlClient database) {
        this.database = database;
    }

    /** Of the tap that is called so; empty when there is none. */
    Future<Optional<Circumstances>> find(TapId id) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(id.tapDate(), id.terminalId(), id.terminalSeq(), id.tacHead()))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(circumstances(row));
                    }
                    return Optional.empty();
                });
    }

    private static Circumstances circumstances(Row row) {
        Short direction = row.getShort("direction");
        Short payer = row.getShort("payer");
        TapKey key = new TapKey(
                row.getLocalDate("tap_date"),
                row.getLong("terminal_id"),
                row.getLong("terminal_seq"),
                row.getLong("holder_id"));
        return new Circumstances(
                key,
                orEmpty(row.getString("code")),
                orEmpty(row.getString("name")),
                new CardNumber(row.getInteger("card_serial")),
                payer == null ? null : Integer.valueOf(payer),
                direction == null ? null : Direction.ofCode(direction),
                row.getString("line"),
                row.getString("station"),
                row.getString("vehicle"),
                row.getInteger("delivery_subsidy"),
                partner(row));
    }

    private static @Nullable TapId partner(Row row) {
        Long tac = row.getLong("partner_tac");
        return tac == null
                ? null
                : TapId.of(
                        row.getLocalDate("partner_date"),
                        row.getLong("partner_terminal"),
                        row.getLong("partner_seq"),
                        tac);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
