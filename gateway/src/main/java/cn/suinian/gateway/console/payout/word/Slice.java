package cn.suinian.gateway.console.payout.word;

import cn.suinian.gateway.console.page.Address;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is read as a whole.
 *
 * @param first where its first page is; null: this is it
 * @param next where the next page is; null: there is none
 * @param all how many rows there are
 */
public record Slice<T>(
        List<T> rows, @Nullable String first, @Nullable String next, int all) {

    /** Rows on a page. */
    public static final int ROWS = 50;

    /** Nothing. */
    public static <T> Slice<T> none() {
        return new Slice<>(List.of(), null, null, 0);
    }

    /**
     * The rows after a key, in the order of keys.
     *
     * @param after what the last row of the page before is called; empty: the first page
     */
    public static <T> Slice<T> after(List<T> all, Function<T, String> key, String after, Address here, String name) {
        List<T> left = all.stream()
                .filter(row -> after.isEmpty() || key.apply(row).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .toList();
        List<T> rows = left.subList(0, Math.min(ROWS, left.size()));
        return new Slice<>(
                rows,
                after.isEmpty() ? null : here.toString(),
                left.size() > ROWS
                        ? here.with(name, key.apply(rows.get(ROWS - 1))).toString()
                        : null,
                all.size());
    }

    /** The rows from a place on. */
    public static <T> Slice<T> from(List<T> all, long from, Address here, String name) {
        int start = (int) Math.min(Math.max(0, from), all.size());
        int end = Math.min(all.size(), start + ROWS);
        return new Slice<>(
                all.subList(start, end),
                start == 0 ? null : here.toString(),
                end < all.size() ? here.with(name, end).toString() : null,
                all.size());
    }
}
