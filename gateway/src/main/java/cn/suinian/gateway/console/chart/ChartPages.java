package cn.suinian.gateway.console.chart;

import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Area;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Section;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.csv.CsvRow;
import cn.suinian.settlement.csv.CsvRow.Yuan;
import cn.suinian.settlement.figures.Asked;
import cn.suinian.settlement.figures.Asked.By;
import cn.suinian.settlement.figures.DayFigures;
import cn.suinian.settlement.figures.DayFigures.Row;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chart with its table, and the table as a file. */
public final class ChartPages {

    /** Of the head of every page. */
    public static final Section SECTION =
            new Section(Area.SETTLEMENT, "/charts", Permission.DAY_VIEW, ChartText.TITLE, ChartText.TITLE_LINE);

    static final String PATH = "/charts";
    static final String CSV = "/charts/csv";

    /** What a chart shows when nobody said otherwise: the last four weeks and what they are compared with. */
    private static final int USUAL_DAYS = 31;

    private static final int LAST_PAYER = 11;

    private final DayFigures figures;
    private final Clock clock;

    public ChartPages(DayFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(PATH, Permission.DAY_VIEW, this::page),
                ConsoleRoute.get(CSV, Permission.DAY_VIEW, this::csv));
    }

    /** What somebody asked for, and whether it made sense; what did not is shown as the usual. */
    private record Read(Asked asked, Typed typed, Problems problems) {}

    private Answer page(Visit visit) throws SQLException {
        Read read = read(visit);
        ChartView view =
                new ChartView(visit.form(read.typed(), read.problems()), figures.answer(visit.actor(), read.asked()));
        return Answer.page("chart/page.jte", Map.of("view", view));
    }

    private Answer csv(Visit visit) throws SQLException {
        Asked asked = read(visit).asked();
        DayFigures.Answer answer = figures.answer(visit.actor(), asked);
        String by = asked.by().name().toLowerCase(Locale.ROOT);
        Language language = visit.frame().language();
        String file = "suinian-%s-%s-%s.csv".formatted(by, asked.from(), asked.to());
        return Answer.text(file, "text/csv; charset=utf-8", out -> {
            out.append(CsvRow.BYTE_ORDER_MARK)
                    .append(CsvRow.of(
                            ChartText.valueOf(asked.by().name()).zh() + " " + by,
                            "名称 name",
                            "刷卡笔数 taps",
                            "用餐次数 meals",
                            "应付 payable"));
            for (Row row : answer.rows()) {
                out.append(CsvRow.of(
                        key(asked.by(), row),
                        name(asked.by(), row, language),
                        row.taps(),
                        row.meals(),
                        new Yuan(row.payableFen())));
            }
        });
    }

    /** What the key is called, where that says more than the key. */
    private static @Nullable String name(By by, Row row, Language language) {
        return switch (by) {
            case HOUR, DAY -> null;
            case CANTEEN -> row.name();
            case DISTRICT -> {
                int code = Integer.parseInt(row.key());
                yield PayerWords.of(code == 0 ? Optional.empty() : Optional.of(new Payer(code)), language);
            }
        };
    }

    /** A payer has a label in files, not a number. */
    private static String key(By by, Row row) {
        if (by != By.DISTRICT) {
            return row.key();
        }
        int code = Integer.parseInt(row.key());
        return code == 0 ? "NONE" : new Payer(code).label();
    }

    private Read read(Visit visit) {
        LocalDate yesterday = LocalDate.now(clock.withZone(Figures.ZONE)).minusDays(1);
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : List.of("measure", "by", "from", "to", "payer")) {
            given.put(name, visit.query(name).orElse(""));
        }
        Typed typed = Typed.of(given);
        By by = typed.choice("by", By.class).orElse(By.DAY);
        Optional<Payer> payer = ofCanteens(visit, by).or(() -> payer(given.get("payer")));
        LocalDate to = DayPath.parse(given.get("to")).orElse(yesterday);
        LocalDate from = DayPath.parse(given.get("from")).orElse(to.minusDays(USUAL_DAYS - 1));
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        boolean wrong =
                days < 1 || days > DayFigures.MOST_DAYS || isGarbled(given.get("from")) || isGarbled(given.get("to"));
        Problems problems = wrong
                ? Problems.NONE.and(
                        "from",
                        ChartText.RANGE_WRONG.zh().formatted(DayFigures.MOST_DAYS),
                        ChartText.RANGE_WRONG.en().formatted(DayFigures.MOST_DAYS))
                : Problems.NONE;
        LocalDate last = wrong ? yesterday : to;
        LocalDate first = wrong ? yesterday.minusDays(USUAL_DAYS - 1) : from;
        Typed shown = typed.with("by", by.name())
                .with(
                        "measure",
                        typed.choice("measure", Measure.class)
                                .orElse(Measure.PAYABLE)
                                .name())
                .with("from", held(given.get("from"), wrong, first))
                .with("to", held(given.get("to"), wrong, last))
                .with("payer", payer.map(Payer::code).map(Object::toString).orElse(""));
        return new Read(new Asked(by, first, last, payer), shown, problems);
    }

    /** What other payers owe one canteen is not told to staff of a district; what they owe in all is published. */
    private static Optional<Payer> ofCanteens(Visit visit, By by) {
        return visit.actor().scope().onlyPayer().filter(own -> by == By.CANTEEN);
    }

    /** What a field of a date holds: what was typed, unless no such field can hold it. */
    private static String held(String given, boolean wrong, LocalDate used) {
        return wrong && !isGarbled(given) ? given : used.toString();
    }

    private static boolean isGarbled(String date) {
        return !date.isEmpty() && DayPath.parse(date).isEmpty();
    }

    private static Optional<Payer> payer(String code) {
        long number = Typed.wholeNumber(code);
        return number >= 1 && number <= LAST_PAYER ? Optional.of(new Payer((int) number)) : Optional.empty();
    }
}
