package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A filter as conditions with parameters, of one payer or of all; every value is one. */
final class FilterSql {
    private final StringBuilder where = new StringBuilder("WHERE true");
    private final List<Object> values = new ArrayList<>();

    /**
     * Those that fit.
     *
     * @param only the payer whose breaks somebody sees; empty: all, also those of which nobody knows the payer
     */
    FilterSql(BreakFilter filter, Optional<Payer> only, Instant now) {
        and("b.payer = ?", only.map(Payer::code).orElse(null));
        and("b.vendor_id = ?", filter.vendorId());
        and("b.day >= ?", filter.from());
        and("b.day <= ?", filter.to());
        among("b.kind", filter.kinds());
        among("b.status", filter.statuses());
        and("b.risk_fen >= ?", filter.leastFen());
        and("b.risk_fen <= ?", filter.mostFen());
        Service service = filter.service();
        and("b.service = ?", service == null ? null : service.code());
        Integer days = filter.leastAgeDays();
        and("b.opened_at <= ?", days == null ? null : Timestamp.from(now.minus(days, ChronoUnit.DAYS)));
        Long assignee = filter.assignee();
        if (assignee != null && assignee == 0) {
            where.append(" AND b.assignee IS NULL");
        } else {
            and("b.assignee = ?", assignee);
        }
    }

    /** The conditions, with a blank behind them. */
    String where() {
        return where + " ";
    }

    /** Fills in the conditions' values, then these. */
    void fill(PreparedStatement statement, Object... more) throws SQLException {
        int at = 0;
        for (Object value : values) {
            statement.setObject(++at, value);
        }
        for (Object value : more) {
            statement.setObject(++at, value);
        }
    }

    private void and(String condition, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            values.add(value);
        }
    }

    private void among(String column, Set<? extends Enum<?>> constants) {
        if (!constants.isEmpty()) {
            where.append(" AND ").append(column).append(" IN (");
            where.append("?, ".repeat(constants.size() - 1)).append("?)");
            constants.stream().map(Enum::name).sorted().forEach(values::add);
        }
    }
}
