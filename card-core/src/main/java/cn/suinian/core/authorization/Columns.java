package cn.suinian.core.authorization;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind as parallel arrays: the columns, their types and where each value comes from stand together once,
 * and both the SQL and its arguments are made from them.
 *
 * <p>An array costs PostgreSQL and the driver about a quarter of a microsecond for each row, whatever is in it, and
 * most taps are bus rides, which have no station, no partner and no lunch. So a column that is null in every row of a
 * batch is sent as no array at all, which {@code unnest} fills with nulls; and where 0 is the usual value
 * ({@link #orZero()}), 0 travels as null.
 *
 * @param <T> what a row is made from
 */
final class Columns<T> {

    private record Column<T>(
            String name,
            String type,
            IntFunction<Object[]> array,
            Function<T, @Nullable Object> value,
            boolean orZero) {

        Column<T> withZeroAsNull() {
            return new Column<>(name, type, array, row -> nullForZero(value.apply(row)), true);
        }

        private static @Nullable Object nullForZero(@Nullable Object value) {
            return value instanceof Number number && number.longValue() == 0 ? null : value;
        }
    }

    private final List<Column<T>> columns = new ArrayList<>();

    Columns<T> int8(String name, Function<T, @Nullable Long> value) {
        return column(name, "int8", Long[]::new, value);
    }

    Columns<T> int4(String name, Function<T, @Nullable Integer> value) {
        return column(name, "int4", Integer[]::new, value);
    }

    Columns<T> int2(String name, Function<T, @Nullable Integer> value) {
        return column(name, "int2", Short[]::new, row -> narrow(value.apply(row)));
    }

    Columns<T> text(String name, Function<T, @Nullable String> value) {
        return column(name, "text", String[]::new, value);
    }

    Columns<T> date(String name, Function<T, LocalDate> value) {
        return column(name, "date", LocalDate[]::new, value);
    }

    Columns<T> moment(String name, Function<T, Instant> value) {
        return column(
                name,
                "timestamptz",
                OffsetDateTime[]::new,
                row -> value.apply(row).atOffset(ZoneOffset.UTC));
    }

    Columns<T> bytes(String name, Function<T, byte[]> value) {
        return column(name, "bytea", Buffer[]::new, row -> buffer(value.apply(row)));
    }

    /** Says of the last column that 0 is its usual value, and that it is never null. */
    Columns<T> orZero() {
        int last = columns.size() - 1;
        columns.set(last, columns.get(last).withZeroAsNull());
        return this;
    }

    /** {@code alias.holder_id, coalesce(alias.half_at, '0'), ...} */
    String values(String alias) {
        return columns.stream().map(column -> value(alias, column)).collect(Collectors.joining(", "));
    }

    /** {@code half_at = coalesce(alias.half_at, '0'), ...} of all columns but the first ones. */
    String assignments(String alias, int without) {
        return columns.stream()
                .skip(without)
                .map(column -> column.name + " = " + value(alias, column))
                .collect(Collectors.joining(", "));
    }

    private static String value(String alias, Column<?> column) {
        String name = alias + "." + column.name;
        return column.orZero ? "coalesce(" + name + ", '0')" : name;
    }

    /** {@code holder_id, version, ...} */
    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** {@code unnest($2::int8[], ...) AS alias (holder_id, ...)}, its first parameter being this one. */
    String unnest(int firstParameter, String alias) {
        String parameters = IntStream.range(0, columns.size())
                .mapToObj(i -> "$" + (firstParameter + i) + "::" + columns.get(i).type + "[]")
                .collect(Collectors.joining(", "));
        return "unnest(" + parameters + ") AS " + alias + " (" + names() + ")";
    }

    int count() {
        return columns.size();
    }

    /** One array for each column, or null where all of it would be null. */
    void addTo(Tuple arguments, List<T> rows) {
        for (Column<T> column : columns) {
            arguments.addValue(values(column, rows));
        }
    }

    private Object @Nullable [] values(Column<T> column, List<T> rows) {
        Object[] values = null;
        for (int i = 0; i < rows.size(); i++) {
            Object value = column.value.apply(rows.get(i));
            if (value != null) {
                if (values == null) {
                    values = column.array.apply(rows.size());
                }
                values[i] = value;
            }
        }
        return values;
    }

    private <V> Columns<T> column(String name, String type, IntFunction<V[]> array, Function<T, @Nullable V> value) {
        columns.add(new Column<>(name, type, array::apply, value::apply, false));
        return this;
    }

    private static @Nullable Short narrow(@Nullable Integer number) {
        return number == null ? null : number.shortValue();
    }

    /** Nothing is kept as null. */
    private static @Nullable Buffer buffer(byte[] bytes) {
        return bytes.length == 0 ? null : Buffer.buffer(bytes);
    }
}
