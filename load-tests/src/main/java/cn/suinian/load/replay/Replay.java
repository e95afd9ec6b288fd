package cn.suinian.load.replay;

import cn.suinian.load.city.CityFile;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.ClearingLine;
import cn.suinian.load.stage.Crew;
import cn.suinian.load.stage.Stage;
import cn.suinian.load.stage.StageException;
import cn.suinian.load.terminal.TerminalLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Authorises a file of open tap data twice, settles it, and says whether the sums are the file's. */
public final class Replay {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LEAST_LATE_DAYS = 15;

    private final ReplayOptions options;
    private final Screen screen;
    private final ReplayReport report;
    private final Clock clock;

    private Replay(ReplayOptions options, Screen screen, Clock clock) {
        this.options = options;
        this.screen = screen;
        this.report = new ReplayReport(screen);
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, Screen.ofProcess()));
    }

    static int run(String[] arguments, Screen screen) {
        ReplayOptions options;
        try {
            options = ReplayOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            screen.line(String.valueOf(e.getMessage()));
            screen.line(ReplayOptions.USAGE);
            return 2;
        }
        try {
            return new Replay(options, screen, Clock.system(SHANGHAI)).run() ? 0 : 1;
        } catch (UnusableFileException | StageException e) {
            screen.line(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            screen.line("the replay could not be carried out: " + e.getMessage());
        } catch (InterruptedException e) {
            screen.line("interrupted");
        }
        return 2;
    }

    private boolean run() throws UnusableFileException, StageException, IOException, InterruptedException {
        TapFile file = new TapFileReader(screen).read(options.file());
        if (file.taps().isEmpty()) {
            report.skipped(file);
            throw new UnusableFileException(options.file() + " holds no record that can be sent");
        }
        WeekMove move = WeekMove.intoThePast(file.taps(), LocalDate.now(clock));
        ReplayCity city = ReplayCity.of(file.taps());
        report.file(file, city, move);
        try (Stage stage = Stage.build(options.gateway(), screen)) {
            start(stage, city, earliestDay(file, move));
            List<ReplayTap> taps = new TapMaker(CityFile.read(stage.cityFile()), city, move).make(file.taps());
            Sending sending = send(stage, taps);
            screen.progress("closing");
            List<ClearingLine> lines = stage.closeDays().stream()
                    .flatMap(day -> day.lines().stream())
                    .toList();
            return conclude(taps.size(), sending, CompanyTotals.of(file, lines));
        }
    }

    private void start(Stage stage, ReplayCity city, LocalDate openDay)
            throws StageException, IOException, InterruptedException {
        Path plan = stage.directory().resolve("city-plan.json");
        CityPlanFile.write(plan, city, openDay);
        long age = ChronoUnit.DAYS.between(openDay, LocalDate.now(clock));
        stage.start(Map.of(
                "SUINIAN_CITY_PLAN",
                plan.toString(),
                "SUINIAN_LATE_DAYS",
                String.valueOf(Math.max(LEAST_LATE_DAYS, age + 1))));
    }

    private Sending send(Stage stage, List<ReplayTap> taps) throws StageException, IOException, InterruptedException {
        TerminalLine line = new TerminalLine(stage.runtime().terminalUrl(), Duration.ofSeconds(15));
        Sending sending = new Sending(line, new Crew(Sending.lanes(), screen), clock, taps);
        try {
            sending.sendFirst();
            sending.sendAgain();
        } catch (ExecutionException e) {
            throw new StageException(
                    "the replay was broken off: " + e.getCause() + "\nThe gateway said last:\n" + stage.lastWords(), e);
        }
        return sending;
    }

    private boolean conclude(int taps, Sending sending, CompanyTotals totals) {
        report.outcomes(taps, sending);
        report.companies(totals);
        boolean agree = totals.companies().stream().allMatch(totals::agree);
        boolean idempotent = sending.unlike() == 0;
        boolean signed = sending.tally().wrongMacs() == 0;
        screen.line("");
        screen.line(
                agree
                        ? "cleared is what the file holds, skipped records left out"
                        : "cleared is NOT what the file holds");
        screen.line(
                idempotent
                        ? "everything sent a second time: every answer byte by byte the same, nothing counted twice"
                        : "%,d answers of the second sending DIFFER from the first".formatted(sending.unlike()));
        screen.line(
                signed
                        ? "every reply's MAC verified"
                        : "%d replies had a WRONG MAC".formatted(sending.tally().wrongMacs()));
        return agree && idempotent && signed;
    }

    private static LocalDate earliestDay(TapFile file, WeekMove move) {
        return file.taps().stream()
                .map(tap -> move.moved(tap.at()).toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
