package cn.suinian.gateway.console.flags;

import cn.suinian.settlement.risk.policy.FlagKind;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which flags are asked for.
 *
 * @param kind null: every kind
 * @param day the business day they belong to; null: every day
 * @param before flags with a lower number only: the next page
 */
record FlagFilter(@Nullable FlagKind kind, @Nullable LocalDate day, long before) {

    /** Every flag there is. */
    static final FlagFilter ANY = new FlagFilter(null, null, Long.MAX_VALUE);

    /** A query that no form of ours sends, and what is wrong with it. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final FlagsText says;

        Wrong(FlagsText says) {
            super(says.en(), null, false, false);
            this.says = says;
        }

        /** Which parameter is wrong, and what it may be. */
        FlagsText says() {
            return says;
        }
    }

    private interface Reading<T> {
        T of(String value);
    }

    /**
     * What a query says.
     *
     * @throws Wrong when a parameter is not what a form of ours sends
     */
    static FlagFilter of(MultiMap query) throws Wrong {
        Long before = read(query.get("before"), Long::valueOf, FlagsText.WRONG_BEFORE);
        return new FlagFilter(
                read(query.get("kind"), FlagKind::valueOf, FlagsText.WRONG_KIND),
                read(query.get("day"), LocalDate::parse, FlagsText.WRONG_DAY),
                before == null ? Long.MAX_VALUE : before);
    }

    private static <T> @Nullable T read(@Nullable String value, Reading<T> reading, FlagsText otherwise) throws Wrong {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return reading.of(value);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new Wrong(otherwise);
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
}
