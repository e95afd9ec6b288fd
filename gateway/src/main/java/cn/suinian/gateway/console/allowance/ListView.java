package cn.suinian.gateway.console.allowance;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of any kind on a page of its own, ready to print.
 *
 * @param form what stands in the filter
 * @param back where the page leads back to
 * @param filter null: the list has none
 */
public record ListView(
        FormView form, Head head, Link back, @Nullable Filter filter, Table table, Turns turns, Nothing nothing) {

    /** What the page is called and what it is about; an empty lead says nothing. */
    public record Head(String title, String lead) {}

    /** A way on. */
    public record Link(String path, String name) {}

    /** What to choose from, and where the choice goes. */
    public record Filter(String action, List<Choice> choices, String show) {}

    /**
     * A select of the filter.
     *
     * @param all what stands for no choice; null: there is always one
     */
    public record Choice(
            String name,
            String label,
            List<Option> options,
            @Nullable String all) {}

    /** A column. */
    public record Column(String name, boolean number) {}

    /**
     * A field of a row.
     *
     * @param path where it leads; null: nowhere
     */
    public record Cell(String text, @Nullable String path) {

        static Cell of(String text) {
            return new Cell(text, null);
        }
    }

    /** Rows under columns; the first field of a row names it. */
    public record Table(String caption, List<Column> columns, List<List<Cell>> rows) {}

    /** Where the list begins and goes on; null: it does not. */
    public record Turns(@Nullable String first, @Nullable String next) {}

    /** What an empty list says. */
    public record Nothing(String title, String line) {}

    public Frame frame() {
        return form.frame();
    }
}
