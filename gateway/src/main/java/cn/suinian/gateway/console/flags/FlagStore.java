package cn.suinian.gateway.console.flags;

import cn.suinian.core.authorization.decision.TapId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The console's question about risk flags. */
final class FlagStore {

    private static final String LIST = """
            SELECT f.flag_id, f.kind, f.score, f.day, v.name AS vendor, f.holder_id, f.tap_date, f.terminal_id,
                   f.terminal_seq, f.other_tap_date, f.other_terminal_id, f.other_terminal_seq, f.evidence,
                   f.first_seen_at, t.tac, o.tac AS other_tac
            FROM risk_flag f
            LEFT JOIN vendor v USING (vendor_id)
            LEFT JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
            LEFT JOIN tap o ON o.tap_date = f.other_tap_date AND o.terminal_id = f.other_terminal_id
                 AND o.terminal_seq = f.other_terminal_seq AND o.holder_id = f.other_holder_id
            WHERE ($1::text IS NULL OR f.kind = $1) AND ($2::date IS NULL OR f.day = $2) AND f.flag_id < $3
            ORDER BY f.flag_id DESC
            LIMIT $4
            """;

    private final SqlClient database;

    FlagStore(SqlClient database) {
        this.database = database;
    }

    /** Flags, the newest first. */
    Future<List<StoredFlag>> list(FlagFilter filter, int limit) {
        String kind = filter.kind() == null ? null : filter.kind().name();
        return database.preparedQuery(LIST)
                .execute(Tuple.of(kind, filter.day(), filter.before(), limit))
                .map(rows -> {
                    List<StoredFlag> flags = new ArrayList<>();
                    rows.forEach(row -> flags.add(flag(row)));
                    return flags;
                });
    }

    private static StoredFlag flag(Row row) {
        String vendor = row.getString("vendor");
        return new StoredFlag(
                row.getLong("flag_id"),
                row.getString("kind"),
                row.getShort("score"),
                row.getLocalDate("day"),
                vendor == null ? "" : vendor,
                row.getLong("holder_id"),
                tap(row, ""),
                row.getLocalDate("other_tap_date") == null ? null : tap(row, "other_"),
                row.getJsonObject("evidence"),
                row.getOffsetDateTime("first_seen_at").toInstant());
    }

    /** A tap whose row was archived has no TAC any more, and so no page. */
    private static TapId tap(Row row, String which) {
        Long tac = row.getLong(which + "tac");
        return TapId.of(
                row.getLocalDate(which + "tap_date"),
                row.getLong(which + "terminal_id"),
                row.getLong(which + "terminal_seq"),
                tac == null ? 0 : tac);
    }
}
