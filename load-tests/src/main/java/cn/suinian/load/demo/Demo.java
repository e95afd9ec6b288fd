package cn.suinian.load.demo;

import cn.suinian.load.audit.AnswerChecks;
import cn.suinian.load.audit.BookChecks;
import cn.suinian.load.audit.Books;
import cn.suinian.load.audit.ClearingChecks;
import cn.suinian.load.audit.Invariant;
import cn.suinian.load.audit.Observed;
import cn.suinian.load.city.City;
import cn.suinian.load.city.CityFile;
import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.dayend.DayEnd;
import cn.suinian.load.plan.DayPlan;
import cn.suinian.load.plan.DayPlanner;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.ClosedDay;
import cn.suinian.load.stage.Crew;
import cn.suinian.load.stage.Database;
import cn.suinian.load.stage.Stage;
import cn.suinian.load.stage.StageException;
import cn.suinian.load.statement.Planting;
import cn.suinian.load.statement.Planting.Planted;
import cn.suinian.load.statement.Planting.TwoDays;
import cn.suinian.load.statement.Sales;
import cn.suinian.load.terminal.Patience;
import cn.suinian.load.terminal.TerminalLine;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Runs two weekdays of the demo city and their day end, and says whether everything held. */
public final class Demo {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LATE_DAYS = 15;
    private static final int CONNECTIONS = 64;

    /** Workdays after which a sale that the vendor does not state is missing; the first day must be so old. */
    private static final int OVERDUE_WORKDAYS = 2;

    /** On the second day one in so many holders goes out. */
    private static final int SECOND_DAY_ONE_IN = 3;

    private final DemoOptions options;
    private final Screen screen;
    private final Clock clock;

    private Demo(DemoOptions options, Screen screen, Clock clock) {
        this.options = options;
        this.screen = screen;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, Screen.ofProcess()));
    }

    static int run(String[] arguments, Screen screen) {
        DemoOptions options;
        try {
            options = DemoOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            screen.line(String.valueOf(e.getMessage()));
            screen.line(DemoOptions.USAGE);
            return 2;
        }
        try {
            return new Demo(options, screen, Clock.system(SHANGHAI)).run() ? 0 : 1;
        } catch (StageException | IOException e) {
            screen.line("the demo could not be carried out: " + e.getMessage());
        } catch (SQLException e) {
            screen.line("the database could not be read: " + e.getMessage());
        } catch (InterruptedException e) {
            screen.line("interrupted");
        }
        return 2;
    }

    private boolean run() throws StageException, IOException, SQLException, InterruptedException {
        try (Stage stage = Stage.build(options.gateway(), screen)) {
            LocalDate today = LocalDate.now(clock);
            LocalDate day = WorkCalendar.ofWeekends().latestPairBefore(today, OVERDUE_WORKDAYS);
            WorkCalendar calendar = startOn(stage, day);
            LocalDate workday = calendar.latestPairBefore(today, OVERDUE_WORKDAYS);
            if (!workday.equals(day)) {
                screen.line("by the calendar " + day + " will not do; starting again for " + workday);
                startOn(stage, workday);
            }
            return demonstrate(stage, calendar, workday);
        }
    }

    /** Starts the gateway with this business day open; its calendar. */
    private WorkCalendar startOn(Stage stage, LocalDate day)
            throws StageException, IOException, SQLException, InterruptedException {
        stage.start(Map.of(
                "SUINIAN_OPEN_DAY",
                day.toString(),
                "SUINIAN_LATE_DAYS",
                String.valueOf(LATE_DAYS),
                "SUINIAN_REVERSAL_HOURS",
                String.valueOf(LATE_DAYS * 24),
                "SUINIAN_CLOSE_AT",
                "-",
                "SUINIAN_RISK_SCAN_SECONDS",
                "5"));
        try (Connection connection = Database.open(stage.runtime().databaseUrl())) {
            return new WorkCalendar(
                    Books.readCalendar(connection, "HOLIDAY"), Books.readCalendar(connection, "MAKEUP_WORKDAY"));
        }
    }

    private boolean demonstrate(Stage stage, WorkCalendar calendar, LocalDate day)
            throws StageException, IOException, SQLException, InterruptedException {
        DayPlanner planner = planner(stage, calendar, day);
        DayRun run = new DayRun(new TerminalLine(nodes(stage), Duration.ofSeconds(15)), Patience.ordinary(), clock);
        List<Invariant> closing = new ArrayList<>();
        List<Observed> observed = new ArrayList<>();
        List<ClosedDay> closed = new ArrayList<>();
        List<DayPlan> plans = new ArrayList<>();
        for (LocalDate each : List.of(day, day.plusDays(1))) {
            DayPlan plan = each.equals(day) ? planner.plan() : planner.planNext(each, SECOND_DAY_ONE_IN);
            plans.add(plan);
            observed.addAll(play(stage, run, plan));
            closed.addAll(close(stage, each, closing));
        }
        screen.line("%,d requests, %d of them told to come back later"
                .formatted(run.tally().requests(), run.tally().busyAnswers()));
        List<Invariant> invariants = new ArrayList<>(new AnswerChecks(observed, run.tally()).all());
        invariants.addAll(closing);
        screen.progress("auditing");
        Map<String, String> kinds;
        try (Connection connection = Database.open(stage.runtime().databaseUrl())) {
            kinds = Books.readVendorKinds(connection);
            Books books = Books.read(connection);
            invariants.addAll(new BookChecks(observed, books).all());
            if (!closed.isEmpty()) {
                invariants.addAll(new ClearingChecks(books.rows(), books.reversals(), closed).all());
            }
        }
        DemoReport report = report(observed, closed);
        if (closed.size() == plans.size()) {
            invariants.addAll(dayEnd(stage, calendar, plans, kinds).run());
        }
        boolean held = report.invariants(invariants);
        screen.line("");
        screen.line(held ? "every invariant holds" : "an invariant broke");
        return held;
    }

    private List<Observed> play(Stage stage, DayRun run, DayPlan plan)
            throws StageException, IOException, InterruptedException {
        screen.line("%s: %,d taps of %,d holders (seed %d)"
                .formatted(plan.day(), plan.tapsSent(), plan.holders().size(), options.seed()));
        long started = System.nanoTime();
        List<Observed> observed = carryOut(stage, run, plan);
        screen.line("done in %.1f s".formatted((System.nanoTime() - started) / 1e9));
        return observed;
    }

    private DayEnd dayEnd(Stage stage, WorkCalendar calendar, List<DayPlan> plans, Map<String, String> kinds)
            throws StageException {
        DayPlan first = plans.get(0);
        DayPlan second = plans.get(1);
        TwoDays days = new TwoDays(
                first.day(),
                Sales.byVendor(first.steps().toList()),
                second.day(),
                Sales.byVendor(second.steps().toList()));
        try {
            Planted planted = Planting.plant(days, kinds, calendar, LocalDate.now(clock));
            return new DayEnd(stage, screen, clock, days, planted);
        } catch (IllegalStateException lacking) {
            throw new StageException("another --seed is needed for the day end: " + lacking.getMessage(), lacking);
        }
    }

    /** The first node and those that join it on the same database; requests go to each in turn. */
    private List<URI> nodes(Stage stage) throws StageException, IOException, InterruptedException {
        List<URI> nodes = new ArrayList<>(List.of(stage.runtime().terminalUrl()));
        while (nodes.size() < options.nodes()) {
            nodes.add(stage.addNode("node-" + (nodes.size() + 1)).terminalUrl());
        }
        return nodes;
    }

    private List<Observed> carryOut(Stage stage, DayRun run, DayPlan plan)
            throws StageException, IOException, InterruptedException {
        try {
            return run.carryOut(plan.holders(), new Crew(CONNECTIONS, screen));
        } catch (ExecutionException e) {
            throw new StageException(
                    "the day was broken off: " + e.getCause() + "\nThe gateway said last:\n" + stage.lastWords(), e);
        }
    }

    /** Closes the day; when that fails the answers and the books are still worth looking at. */
    private List<ClosedDay> close(Stage stage, LocalDate day, List<Invariant> invariants)
            throws IOException, InterruptedException {
        screen.progress("closing " + day);
        List<ClosedDay> closed = List.of();
        List<String> breaks = new ArrayList<>();
        try {
            closed = stage.closeDays("--day", day.toString());
            if (closed.size() != 1 || !closed.get(0).day().equals(day)) {
                breaks.add(
                        "close reported " + closed.stream().map(ClosedDay::day).toList());
            }
        } catch (StageException e) {
            breaks.add(String.valueOf(e.getMessage()));
        }
        invariants.add(new Invariant(day + " closes", breaks));
        return closed;
    }

    private DayPlanner planner(Stage stage, WorkCalendar calendar, LocalDate day) throws IOException, SQLException {
        City city = CityFile.read(stage.cityFile());
        try (Connection connection = Database.open(stage.runtime().databaseUrl())) {
            return new DayPlanner(
                    city,
                    Books.readVendorKinds(connection),
                    calendar,
                    day,
                    clock.instant(),
                    Duration.ofDays(LATE_DAYS),
                    options.seed());
        }
    }

    private DemoReport report(List<Observed> observed, List<ClosedDay> closed) {
        DemoReport report = new DemoReport(screen);
        report.stories(observed);
        report.outcomes(observed);
        report.subsidies(closed.stream().flatMap(day -> day.lines().stream()).toList());
        return report;
    }
}
