package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.allowance.AllowanceMonths.Board;
import cn.suinian.settlement.allowance.AllowanceMonths.Results;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.Deadline;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A month with its districts, ready to print.
 *
 * @param now the month it is; a later one cannot be listed
 * @param own the one district that the reader works for; null: all
 */
public record MonthView(
        FormView form, Board board, YearMonth now, @Nullable District own) {

    /**
     * A district.
     *
     * @param path of its run; null: there is none
     */
    public record Row(
            @Nullable String path,
            String district,
            String tone,
            String state,
            String deadline,
            String people,
            String money,
            String paid,
            String back,
            String open,
            String recovery,
            String leftOut) {}

    /** All districts together. */
    public record Sum(
            String people, String money, String paid, String back, String open, String recovery, String leftOut) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(AllowanceText phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String title() {
        return say(AllowanceText.MONTH, board.month());
    }

    public String path() {
        return MonthsView.path(board.month());
    }

    public String earlierPath() {
        return MonthsView.path(board.month().minusMonths(1));
    }

    /** Null: the next month has not begun. */
    public @Nullable String laterPath() {
        return board.month().isBefore(now) ? MonthsView.path(board.month().plusMonths(1)) : null;
    }

    public Map<String, String> deadlines() {
        return MonthsView.deadlines(frame(), board);
    }

    /** Every district that the reader sees. */
    public List<Row> rows() {
        return districts().map(this::row).toList();
    }

    private Stream<District> districts() {
        return Arrays.stream(District.values()).filter(each -> own == null || own == each);
    }

    private Row row(District district) {
        String name = Words.of(district, frame().language());
        AllowanceRun run = board.runs().get(district);
        if (run == null) {
            return board.ofAnotherSystem().contains(district)
                    ? empty(name, "over", say(AllowanceText.OF_ANOTHER_SYSTEM), "")
                    : empty(name, "wait", say(AllowanceText.NO_RUN), due(Optional.of(Deadline.LIST)));
        }
        Results results = board.results().get(district);
        return new Row(
                RunView.path(run),
                name,
                RunView.tone(run.state()),
                CodeText.of(run.state(), frame().language()),
                due(Deadline.next(run.state())),
                Figures.count(run.holders()),
                Figures.yuan(run.payableFen()),
                results == null ? "" : Figures.yuan(results.paidFen()),
                results == null ? "" : Figures.yuan(results.backFen()),
                results == null ? "" : Figures.yuan(results.openFen()),
                Figures.yuan(run.recoveryFen()),
                Figures.count(run.excluded()));
    }

    private static Row empty(String district, String tone, String state, String deadline) {
        return new Row(null, district, tone, state, deadline, "", "", "", "", "", "", "");
    }

    private String due(Optional<Deadline> deadline) {
        return deadline.map(each -> say(MonthsView.name(each)) + " "
                        + MonthsView.words(frame(), board.due().get(each)))
                .orElse("");
    }

    public Sum sum() {
        return new Sum(
                Figures.count(total(AllowanceRun::holders)),
                Figures.yuan(total(AllowanceRun::payableFen)),
                Figures.yuan(came(Results::paidFen)),
                Figures.yuan(came(Results::backFen)),
                Figures.yuan(came(Results::openFen)),
                Figures.yuan(total(AllowanceRun::recoveryFen)),
                Figures.count(total(AllowanceRun::excluded)));
    }

    private long total(ToLongFunction<AllowanceRun> what) {
        return board.runs().values().stream().mapToLong(what).sum();
    }

    private long came(ToLongFunction<Results> what) {
        return board.results().values().stream().mapToLong(what).sum();
    }

    /** That the month has not begun, for whoever would make a list; empty: it has. */
    public String notBegun() {
        boolean wouldList = frame().visitor().may(Permission.ALLOWANCE_PREPARE);
        return wouldList && board.month().isAfter(now)
                ? say(AllowanceText.NOT_BEGUN, board.month().atDay(1))
                : "";
    }

    /** Districts whose list can be made. */
    public List<Option> missing() {
        return districts()
                .filter(district -> !board.runs().containsKey(district))
                .filter(district -> !board.ofAnotherSystem().contains(district))
                .map(district -> new Option(district.name(), Words.of(district, frame().language())))
                .toList();
    }

    /** Whether the reader may make a list here. */
    public boolean prepares() {
        return frame().visitor().may(Permission.ALLOWANCE_PREPARE)
                && !board.month().isAfter(now)
                && !missing().isEmpty();
    }
}
