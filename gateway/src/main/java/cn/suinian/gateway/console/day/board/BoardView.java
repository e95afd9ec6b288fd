package cn.suinian.gateway.console.day.board;

import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.day.word.StateText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.DoneBy;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayBoard.Line;
import cn.suinian.settlement.clearing.PayerDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A month of business days, ready to print. */
public final class BoardView {

    private final FormView form;
    private final YearMonth month;
    private final Optional<State> state;
    private final List<Line> lines;
    private final List<PayerDay> money;
    private final Instant now;
    private final Map<LocalDate, LocalDate> due;
    private final boolean city;

    /**
     * What is shown of a month.
     *
     * @param due when the money of each day of the month is due
     * @param city whether the visitor works for the whole city
     */
    record Shown(YearMonth month, Optional<State> state, Instant now, Map<LocalDate, LocalDate> due, boolean city) {}

    BoardView(FormView form, Shown shown, List<Line> lines, List<PayerDay> money) {
        this.form = form;
        this.month = shown.month();
        this.state = shown.state();
        this.now = shown.now();
        this.due = Map.copyOf(shown.due());
        this.city = shown.city();
        this.lines = List.copyOf(lines);
        this.money = List.copyOf(money);
    }

    /**
     * A day.
     *
     * @param late that it should be paid by now; empty: it is, or has time
     * @param cleared whether it has figures
     */
    public record Row(
            String day,
            String path,
            String dayName,
            String state,
            String tone,
            String since,
            String by,
            String late,
            boolean cleared,
            List<NextLine> next,
            String taps,
            String owed,
            List<Amount> payers) {}

    /**
     * A line of what comes next.
     *
     * @param path where it is settled; null: nowhere here
     */
    public record NextLine(String text, @Nullable String path) {}

    /** What one payer owes. */
    public record Amount(String payer, String yuan) {}

    public Frame frame() {
        return form.frame();
    }

    public FormView form() {
        return form;
    }

    public String say(DayText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    /** The month, as its field has it. */
    public String month() {
        return month.toString();
    }

    /** Every state, to choose from. */
    public List<Option> states() {
        return Arrays.stream(State.values())
                .map(each -> new Option(each.name(), StateText.of(each, frame().language())))
                .toList();
    }

    /** Where many days are asked for at once; null: the visitor asks for none. */
    public @Nullable String askPath() {
        return city && frame().visitor().may(DayStep.ASK_APPROVAL.permission()) ? ManyPages.ASK : null;
    }

    /** The month after, unless it has not come. */
    public @Nullable String newer() {
        return month.isBefore(YearMonth.from(LocalDate.ofInstant(now, Figures.ZONE)))
                ? path(month.plusMonths(1))
                : null;
    }

    /** The month before. */
    public String older() {
        return path(month.minusMonths(1));
    }

    private String path(YearMonth other) {
        return new Address(DayPath.BOARD)
                .with("month", other)
                .with("state", state.map(State::name).orElse(null))
                .toString();
    }

    /** The days, newest first. */
    public List<Row> rows() {
        return lines.stream()
                .filter(line -> state.isEmpty() || line.day().state() == state.get())
                .map(this::row)
                .toList();
    }

    private Row row(Line line) {
        LocalDate day = line.day().day();
        List<PayerDay> of =
                money.stream().filter(each -> each.day().equals(day)).toList();
        StateText text = StateText.of(line.day().state());
        return new Row(
                day.toString(),
                DayPath.of(day),
                Figures.day(day, frame().language()),
                text.in(frame().language()),
                text.tone(),
                line.last().map(act -> Figures.dateTime(act.at())).orElse(""),
                line.last().map(act -> DoneBy.of(act.by(), frame().language())).orElse(""),
                late(line),
                line.day().isCleared(),
                new Next(frame(), line, now, city).lines(),
                Figures.count(of.stream().mapToLong(PayerDay::taps).sum()),
                Figures.money(of.stream().mapToLong(PayerDay::fen).sum()),
                of.stream().filter(each -> each.fen() != 0).map(this::amount).toList());
    }

    private String late(Line line) {
        LocalDate money = due.get(line.day().day());
        LocalDate today = LocalDate.ofInstant(now, Figures.ZONE);
        return money != null && new PayDue(line.day().state(), money, today).late()
                ? say(DayText.PAY_OVERDUE, money)
                : "";
    }

    private Amount amount(PayerDay each) {
        return new Amount(PayerWords.of(each.payer(), frame().language()), Figures.money(each.fen()));
    }
}
