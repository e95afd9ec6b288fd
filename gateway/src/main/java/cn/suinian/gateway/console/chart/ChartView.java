package cn.suinian.gateway.console.chart;

import cn.suinian.core.holder.District;
import cn.suinian.core.money.Fen;
import cn.suinian.core.money.Payer;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.figures.Asked.By;
import cn.suinian.settlement.figures.DayFigures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A chart, ready to print: the table it is drawn from. */
public final class ChartView {

    private static final int MOST = 50;

    private final FormView form;
    private final DayFigures.Answer answer;

    ChartView(FormView form, DayFigures.Answer answer) {
        this.form = form;
        this.answer = answer;
    }

    /**
     * A row.
     *
     * @param path of the rows behind it; empty: there is none
     * @param payable with thousands apart; plainPayable as a number
     */
    public record Row(
            String name,
            String path,
            String taps,
            String meals,
            String payable,
            long plainTaps,
            long plainMeals,
            String plainPayable) {}

    public Frame frame() {
        return form.frame();
    }

    public FormView form() {
        return form;
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public List<Option> measures() {
        return Arrays.stream(Measure.values())
                .map(each -> new Option(each.name(), say(ChartText.valueOf(each.name()))))
                .toList();
    }

    public List<Option> bys() {
        return Arrays.stream(By.values())
                .map(each -> new Option(each.name(), say(ChartText.valueOf(each.name()))))
                .toList();
    }

    /** Whether it compares canteens, of which staff of a district see their own payer's part. */
    public boolean byCanteen() {
        return answer.asked().by() == By.CANTEEN;
    }

    public List<Option> payers() {
        List<Option> payers = new ArrayList<>();
        payers.add(option(Payer.CITY));
        Arrays.stream(District.values()).map(Payer::of).forEach(payer -> payers.add(option(payer)));
        return payers;
    }

    private Option option(Payer payer) {
        return new Option(Integer.toString(payer.code()), PayerWords.of(Optional.of(payer), frame().language()));
    }

    public String heading() {
        return say(
                ChartText.HEADING,
                say(ChartText.valueOf(measure().name())),
                say(ChartText.valueOf(answer.asked().by().name())).toLowerCase(Locale.ROOT),
                answer.asked().from(),
                answer.asked().to());
    }

    /** The attribute that holds what is drawn. */
    public String column() {
        return measure().name().toLowerCase(Locale.ROOT);
    }

    /** Whether bars lie, as names of canteens are long. */
    public boolean across() {
        return answer.asked().by() == By.CANTEEN || answer.asked().by() == By.DISTRICT;
    }

    /** What a row is. */
    public String by() {
        return say(ChartText.valueOf(answer.asked().by().name()));
    }

    public boolean empty() {
        return answer.rows().stream().allMatch(row -> row.taps() == 0);
    }

    public List<Row> rows() {
        return ordered(answer, measure()).stream().limit(MOST).map(this::row).toList();
    }

    /** Canteens by what the chart shows, the most first; hours, days and payers have an order of their own. */
    static List<DayFigures.Row> ordered(DayFigures.Answer answer, Measure measure) {
        ToLongFunction<DayFigures.Row> shown =
                switch (measure) {
                    case TAPS -> DayFigures.Row::taps;
                    case MEALS -> DayFigures.Row::meals;
                    case PAYABLE -> DayFigures.Row::payableFen;
                };
        return answer.asked().by() == By.CANTEEN
                ? answer.rows().stream()
                        .sorted(Comparator.comparingLong(shown).reversed())
                        .toList()
                : answer.rows();
    }

    public Row total() {
        long taps = answer.rows().stream().mapToLong(DayFigures.Row::taps).sum();
        long meals = answer.rows().stream().mapToLong(DayFigures.Row::meals).sum();
        long fen = answer.rows().stream().mapToLong(DayFigures.Row::payableFen).sum();
        return new Row(
                "", "", Figures.count(taps), Figures.count(meals), Figures.yuan(fen), taps, meals, Fen.yuan(fen));
    }

    /** What has to be known of the figures. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(say(ChartText.PAYABLE_IS), say(ChartText.NOT_TAKEN_OFF)));
        if (answer.rows().size() > MOST) {
            notes.add(say(ChartText.MOST, MOST));
        }
        return notes;
    }

    /** Days whose hours are still missing; null: none. */
    public @Nullable String notCounted() {
        return answer.daysNotCounted() == 0 ? null : say(ChartText.NOT_COUNTED, answer.daysNotCounted());
    }

    /** Where the same figures are as CSV. */
    public String csvPath() {
        return new Address(ChartPages.CSV)
                .with("by", answer.asked().by())
                .with("from", answer.asked().from())
                .with("to", answer.asked().to())
                .with("payer", answer.asked().payer().map(Payer::code).orElse(null))
                .toString();
    }

    private Measure measure() {
        return form.typed().choice("measure", Measure.class).orElse(Measure.PAYABLE);
    }

    private Row row(DayFigures.Row row) {
        String path = answer.asked().by() == By.DAY ? "/days/" + row.key() + "/lines" : "";
        return new Row(
                name(row),
                path,
                Figures.count(row.taps()),
                Figures.count(row.meals()),
                Figures.yuan(row.payableFen()),
                row.taps(),
                row.meals(),
                Fen.yuan(row.payableFen()));
    }

    private String name(DayFigures.Row row) {
        return switch (answer.asked().by()) {
            case HOUR -> say(ChartText.O_CLOCK, row.key());
            case DAY -> row.key();
            case DISTRICT -> {
                int code = Integer.parseInt(row.key());
                yield PayerWords.of(code == 0 ? Optional.empty() : Optional.of(new Payer(code)), frame().language());
            }
            case CANTEEN -> row.name();
        };
    }
}
