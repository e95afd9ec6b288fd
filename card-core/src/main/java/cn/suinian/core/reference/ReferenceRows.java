package cn.suinian.core.reference;

import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.PayerKind;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.entitlement.WorkCalendar;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import cn.suinian.core.terminal.Terminal;
import cn.suinian.core.vendor.Vendor;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The reference tables in SQL. */
final class ReferenceRows {

    private static final String TERMINALS = """
            SELECT terminal_id, vendor_id, services, status, oldest_key_version, place_kind, feeds FROM terminal
            """;
    private static final String VENDORS = "SELECT vendor_id, code, name, kind FROM vendor";
    private static final String CALENDAR = "SELECT day, kind FROM calendar_day";
    private static final String RULES = """
            SELECT rule_id, benefit, service, district, valid_from, valid_to, min_age, max_age, hukou_required,
                   categories, cap_fen, window_from, window_to, workdays_only, per_day, per_week, payer,
                   operator_subsidy_fen
            FROM benefit_rule
            """;

    private ReferenceRows() {}

    static Future<Reference> read(SqlClient database) {
        return rows(database, TERMINALS, ReferenceRows::terminal)
                .compose(terminals -> rows(database, VENDORS, ReferenceRows::vendor)
                        .compose(vendors -> rows(database, RULES, ReferenceRows::rule)
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

    private static BenefitRule rule(Row row) {
        return new BenefitRule(
                row.getInteger("rule_id"),
                row.getString("benefit"),
                Service.ofCode(row.getShort("service")),
                district(row.getShort("district")),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                who(row),
                when(row),
                row.getInteger("cap_fen"),
                PayerKind.valueOf(row.getString("payer")),
                row.getInteger("operator_subsidy_fen"));
    }

    private static Who who(Row row) {
        Set<Category> categories = new HashSet<>();
        Arrays.stream(row.getArrayOfStrings("categories"))
                .map(Category::valueOf)
                .forEach(categories::add);
        return new Who(row.getShort("min_age"), row.getShort("max_age"), row.getBoolean("hukou_required"), categories);
    }

    private static When when(Row row) {
        return new When(
                row.getLocalTime("window_from"),
                row.getLocalTime("window_to"),
                row.getBoolean("workdays_only"),
                wide(row.getShort("per_day")),
                wide(row.getShort("per_week")));
    }

    private static @Nullable District district(@Nullable Short code) {
        return code == null ? null : District.ofCode(code);
    }

    private static @Nullable Integer wide(@Nullable Short number) {
        return number == null ? null : Integer.valueOf(number);
    }
}
