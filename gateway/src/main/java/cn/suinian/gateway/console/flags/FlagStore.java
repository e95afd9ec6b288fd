package cn.suinian.gateway.console.flags;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.TapKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The console's question about risk flags. */
final class FlagStore {

    private static final String FLAGS = """
            SELECT f.flag_id, f.kind, f.score, f.day, v.name AS vendor, f.holder_id, f.tap_date, f.terminal_id,
                   f.terminal_seq, f.other_tap_date, f.other_terminal_id, f.other_terminal_seq, f.evidence,
                   f.first_seen_at, t.tac, o.tac AS other_tac
            FROM risk_flag f
            LEFT JOIN vendor v USING (vendor_id)
            LEFT JOIN tap t USING (tap_date, terminal_id, terminal_seq, holder_id)
            LEFT JOIN tap o ON o.tap_date = f.other_tap_date AND o.terminal_id = f.other_terminal_id
                 AND o.terminal_seq = f.other_terminal_seq AND o.holder_id = f.other_holder_id
            """;

    private static final String LIST = FLAGS + """
            WHERE ($1::text IS NULL OR f.kind = $1) AND ($2::date IS NULL OR f.day = $2) AND f.flag_id < $3
            ORDER BY f.flag_id DESC
            LIMIT $4
            """;

    /** A tap settles at most 35 days after it was made: the index on the day finds what names it as the other tap. */
    private static final String OF_TAP = FLAGS + """
            WHERE (f.tap_date, f.terminal_id, f.terminal_seq, f.holder_id) = ($1, $2, $3, $4)
               OR (f.day BETWEEN $1::date - 1 AND $1::date + 36
                   AND (f.other_tap_date, f.other_terminal_id, f.other_terminal_seq, f.other_holder_id)
                       = ($1, $2, $3, $4))
            ORDER BY f.flag_id DESC
            LIMIT 50
            """;

    private static final String OF_HOLDER = FLAGS + """
            WHERE f.holder_id = $1
            ORDER BY f.flag_id DESC
            LIMIT 20
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
                .map(FlagStore::flags);
    }

    /** Flags about a tap or that compare another with it, the newest first. */
    Future<List<StoredFlag>> listOf(TapKey tap) {
        return database.preparedQuery(OF_TAP)
                .execute(Tuple.of(tap.tapDate(), tap.terminalId(), tap.terminalSeq(), tap.holderId()))
                .map(FlagStore::flags);
    }

    /** Flags about somebody's taps, the newest first. */
    Future<List<StoredFlag>> listOf(long holderId) {
        return database.preparedQuery(OF_HOLDER).execute(Tuple.of(holderId)).map(FlagStore::flags);
    }

    private static List<StoredFlag> flags(Iterable<Row> rows) {
        List<StoredFlag> flags = new ArrayList<>();
        rows.forEach(row -> flags.add(flag(row)));
        return flags;
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
