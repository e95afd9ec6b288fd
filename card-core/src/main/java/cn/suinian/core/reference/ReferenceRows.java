package cn.suinian.core.reference;

import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.core.vendor.Vendor;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The reference tables in SQL. */
final class ReferenceRows {

    private static final String TERMINALS = """
            SELECT terminal_id, vendor_id, services, status, oldest_key_version, place_kind, feeds FROM terminal
            """;
    private static final String VENDORS = "SELECT vendor_id, code, name, kind FROM vendor";
    private static final String AS_OF_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
    private static final String CALENDAR = "SELECT day, kind FROM calendar_day";

    private ReferenceRows() {}

    /** Reads all of it as of one moment: a rule must not come without the terminal that was changed with it. */
    static Future<Reference> read(Pool database) {
        return database.withTransaction(
                moment -> moment.query(AS_OF_ONE_MOMENT).execute().compose(begun -> tables(moment)));
    }

    private static Future<Reference> tables(SqlClient database) {
        return rows(database, TERMINALS, ReferenceRows::terminal)
                .compose(terminals -> rows(database, VENDORS, ReferenceRows::vendor)
                        .compose(vendors -> rows(database, RuleRows.SELECT, RuleRows::rule)
                                .compose(rules -> rows(database, CALENDAR, row -> row)
                                        .map(days -> reference(terminals, vendors, rules, days)))));
    }

    private static Reference reference(
            List<Terminal> terminals, List<Vendor> vendors, List<BenefitRule> rules, List<Row> days) {
        Map<Long, Terminal> byId = new HashMap<>();
        terminals.forEach(terminal -> byId.put(terminal.id(), terminal));
        Map<Integer, Vendor> vendorsById = new HashMap<>();
        vendors.forEach(vendor -> vendorsById.put(vendor.id(), vendor));
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeupWorkdays = new HashSet<>();
        for (Row day : days) {
            ("HOLIDAY".equals(day.getString("kind")) ? holidays : makeupWorkdays).add(day.getLocalDate("day"));
        }
        return new Reference(
                Map.copyOf(byId),
                Map.copyOf(vendorsById),
                new RuleBook(rules),
                new WorkCalendar(holidays, makeupWorkdays));
    }

    private static <T> Future<List<T>> rows(SqlClient database, String sql, Function<Row, T> read) {
        return database.query(sql)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .toList());
    }

    private static Terminal terminal(Row row) {
        return new Terminal(
                row.getLong("terminal_id"),
                row.getInteger("vendor_id"),
                row.getInteger("services"),
                "SUSPENDED".equals(row.getString("status")),
                row.getShort("oldest_key_version"),
                row.getString("place_kind"),
                Set.copyOf(List.of(row.getArrayOfStrings("feeds"))));
    }

    private static Vendor vendor(Row row) {
        return new Vendor(
                row.getInteger("vendor_id"), row.getString("code"), row.getString("name"), row.getString("kind"));
    }
}
