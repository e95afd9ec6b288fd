package cn.suinian.gateway.console.flags;

import cn.suinian.settlement.risk.policy.FlagKind;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which flags are asked for.
 *
 * @param kind null: every kind
 * @param day the business day they belong to; null: every day
 * @param before flags with a lower number only: the next page
 */
record FlagFilter(@Nullable FlagKind kind, @Nullable LocalDate day, long before) {

    /** What a query says; empty when it says something that no form of ours sends. */
    static Optional<FlagFilter> of(MultiMap query) {
        try {
            String kind = query.get("kind");
            String day = query.get("day");
            String before = query.get("before");
            return Optional.of(new FlagFilter(
                    isGiven(kind) ? FlagKind.valueOf(kind) : null,
                    isGiven(day) ? LocalDate.parse(day) : null,
                    isGiven(before) ? Long.parseLong(before) : Long.MAX_VALUE));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** The address of these flags. */
    String path() {
        return path(before);
    }

    /** The address of the first page of these flags. */
    String firstPath() {
        return path(Long.MAX_VALUE);
    }

    /** The address of those that follow this flag. */
    String pathAfter(long lastShown) {
        return path(lastShown);
    }

    boolean isFirstPage() {
        return before == Long.MAX_VALUE;
    }

    boolean isAny() {
        return kind == null && day == null;
    }

    private String path(long from) {
        StringBuilder query = new StringBuilder();
        if (kind != null) {
            query.append("&kind=").append(kind);
        }
        if (day != null) {
            query.append("&day=").append(day);
        }
        if (from != Long.MAX_VALUE) {
            query.append("&before=").append(from);
        }
        return query.isEmpty() ? "/flags" : "/flags?" + query.substring(1);
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isEmpty();
    }
}
