package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
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

    /** What is listed of a district. */
    enum Which {
        OPEN,
        SETTLED
    }

    /**
     * What lists of money have in common that is open in some districts and settled in others: the choice of both, and
     * the page. What is settled is told of one district.
     *
     * @param path of its page
     * @param open what is open, as a choice and a column
     * @param settled the same of what is settled
     * @param nothing what to do where nothing is listed
     */
    record ByDistrict(
            String path,
            AllowanceText title,
            AllowanceText lead,
            AllowanceText open,
            AllowanceText settled,
            AllowanceText nothing) {

        /** The list of a district. */
        Address of(District district) {
            return new Address(path).with("district", district);
        }

        /** The choice of what is listed; of the district for whoever works for the whole city. */
        Filter filter(Frame frame, boolean city) {
            Choice which = new Choice(
                    "which",
                    frame.say(AllowanceText.STATE),
                    List.of(
                            new Option(Which.OPEN.name(), frame.say(open)),
                            new Option(Which.SETTLED.name(), frame.say(settled))),
                    null);
            Choice district = new Choice(
                    "district",
                    frame.say(AllowanceText.DISTRICT),
                    Words.districts(frame.language()),
                    frame.say(AllowanceText.ALL_DISTRICTS));
            return new Filter(path, city ? List.of(district, which) : List.of(which), frame.say(AllowanceText.SHOW));
        }

        /** The list itself. */
        ListView list(FormView form, boolean city, Table table, Turns turns, AllowanceText none) {
            Frame frame = form.frame();
            return new ListView(
                    form,
                    new Head(frame.say(title), frame.say(lead)),
                    new Link("/allowance", frame.say(AllowanceText.ALL_MONTHS)),
                    filter(frame, city),
                    table,
                    turns,
                    new Nothing(frame.say(none), frame.say(nothing)));
        }

        /** How much is open in each district, for whoever works for the whole city. */
        ListView districts(FormView form, AllowanceText caption, List<List<Cell>> rows, AllowanceText none) {
            Frame frame = form.frame();
            Table table = new Table(
                    frame.say(caption),
                    List.of(
                            new Column(frame.say(AllowanceText.DISTRICT), false),
                            new Column(frame.say(open), true),
                            new Column(frame.say(AllowanceText.AMOUNT), true)),
                    rows);
            return list(form, true, table, new Turns(null, null), none);
        }

        /** A district's row of that. */
        List<Cell> row(Frame frame, District district, long count, long fen) {
            return List.of(
                    new Cell(Words.of(district, frame.language()), of(district).text()),
                    Cell.of(Figures.count(count)),
                    Cell.of(Figures.yuan(fen)));
        }

        /** Asks for a district. */
        ListView settledOfNone(FormView form) {
            Table table = new Table(form.frame().say(settled), List.of(), List.of());
            return list(form, true, table, new Turns(null, null), AllowanceText.SETTLED_BY_DISTRICT);
        }

        /** Who said so, who booked it, when and on what evidence: the columns behind whatever is settled. */
        static List<Column> settlement(Frame frame) {
            return List.of(
                    new Column(frame.say(AllowanceText.SETTLED_AT), false),
                    new Column(frame.say(AllowanceText.COLLECTION_ASKED), false),
                    new Column(frame.say(AllowanceText.SETTLED_BY), false),
                    new Column(frame.say(AllowanceText.COLLECTION_REASON), false));
        }
    }
}
