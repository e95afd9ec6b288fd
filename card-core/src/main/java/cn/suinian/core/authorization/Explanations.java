package cn.suinian.core.authorization;

import cn.suinian.core.authorization.NotAuthorized.Cause;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.authorization.explanation.AppliedRule;
import cn.suinian.core.authorization.explanation.Explanation;
import cn.suinian.core.authorization.explanation.KeptTap;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.reference.Reference;
import cn.suinian.core.terminal.Terminal;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads how stored taps were decided. Touches no lane and writes nothing. */
public final class Explanations {

    private static final String BASIS = "SELECT basis FROM benefit_rule WHERE rule_id = $1";

    private final SqlClient database;
    private final Supplier<Reference> reference;
    private final int deadlineMillis;

    /**
     * Explanations out of a database.
     *
     * @param deadlineMillis how long one may take
     */
    public Explanations(SqlClient database, Supplier<Reference> reference, int deadlineMillis) {
        this.database = database;
        this.reference = reference;
        this.deadlineMillis = deadlineMillis;
    }

    /** How the tap with this key was decided; empty when it was never stored. Fails with {@link NotAuthorized}. */
    public Future<Optional<Explanation>> find(TapKey key) {
        return find(TapRows.LOOK_UP, TapRows.keys(List.of(key)));
    }

    /** How the tap that is called so was decided; empty when there is none. Fails with {@link NotAuthorized}. */
    public Future<Optional<Explanation>> find(TapId id) {
        return find(TapRows.BY_ID, TapRows.id(id));
    }

    private Future<Optional<Explanation>> find(String sql, Tuple arguments) {
        return first(sql, arguments)
                .compose(row -> row.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : explain(TapRows.kept(row.get())).map(Optional::of));
    }

    private Future<Explanation> explain(KeptTap kept) {
        Reference now = reference.get();
        String placeKind = now.findTerminal(kept.tap().key().terminalId())
                .map(Terminal::placeKind)
                .orElse(null);
        Optional<BenefitRule> rule = AppliedRule.find(kept.tap(), placeKind, now.rules());
        return rule.isEmpty()
                ? Future.succeededFuture(Explanation.of(kept, null, null))
                : first(BASIS, Tuple.of(rule.get().id()))
                        .map(row -> Explanation.of(kept, rule.get(), basis(row.orElse(null))));
    }

    private static @Nullable String basis(@Nullable Row row) {
        return row == null ? null : row.getString("basis");
    }

    private Future<Optional<Row>> first(String sql, Tuple arguments) {
        return database.preparedQuery(sql)
                .execute(arguments)
                .timeout(deadlineMillis, TimeUnit.MILLISECONDS)
                .recover(failure -> Future.<RowSet<Row>>failedFuture(new NotAuthorized(Cause.UNAVAILABLE)))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(row);
                    }
                    return Optional.empty();
                });
    }
}
