package cn.suinian.settlement.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which statements are listed; null: all. Days are inclusive. */
public record StatementFilter(
        @Nullable Integer vendorId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Statement.@Nullable State state) {

    /** Every one. */
    public static final StatementFilter ALL = new StatementFilter(null, null, null, null);
}
