package cn.suinian.load.bench;

import cn.suinian.load.frame.MasterKeys;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.Stage;
import cn.suinian.load.stage.StageException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what a tap costs here with what it would cost otherwise, all in one run, in turn, round after round. */
public final class Bench {
    private static final int MOST_WARM_UPS = 8;
    private static final double STILL_WARMING = 1.05;
    private static final int SWEEP_TAPS = 500;
    private static final int SWEEP_LINES = 8;
    private static final double FIRST_GUESS = 60_000;
    private static final double ROOM = 1.3;
    private static final double BATCH_ROOM = 3;

    private final BenchOptions options;
    private final Screen screen;
    private final Map<Row, List<Measured>> measured = new LinkedHashMap<>();

    private Bench(BenchOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, Screen.ofProcess()));
    }

    /** Exit code: 0 measured, 1 something went wrong, 2 wrong arguments. */
    static int run(String[] arguments, Screen screen) {
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            screen.line(String.valueOf(e.getMessage()));
            screen.line(BenchOptions.USAGE);
            return 2;
        }
        try (Stage stage = Stage.build(options.gateway(), screen)) {
            new Bench(options, screen).run(stage);
            return 0;
        } catch (StageException | IOException | SQLException failure) {
            screen.line("the bench broke off: " + failure.getMessage());
        } catch (InterruptedException e) {
            screen.line("interrupted");
        }
        return 1;
    }

    private void run(Stage stage) throws StageException, IOException, SQLException, InterruptedException {
        stage.start(
                options.database().isEmpty()
                        ? Map.of("SUINIAN_ROLES", "terminal")
                        : Map.of("SUINIAN_ROLES", "terminal", "SUINIAN_DB_URL", options.database()));
        BenchCity city = new BenchCity(MasterKeys.read(stage.keystore(), stage.passphrase()), options.cards());
        List<Row> rows = rows();
        try (Field field = new Field(stage, city, options, screen)) {
            field.plant();
            for (Row row : rows) {
                field.enter(row.contestant());
                measured.put(row, new ArrayList<>());
            }
            Meter meter = new Meter(city, field.postmaster());
            Machine.describe(stage.directory(), field.postgres()).forEach(screen::line);
            warmUp(field, meter);
            for (int round = 1; round <= options.rounds(); round++) {
                for (Row row : rows) {
                    screen.progress("round %d of %d: %s".formatted(round, options.rounds(), row.name()));
                    measured.get(row).add(measure(row, field, meter));
                }
            }
            new BenchTable(screen).show(measured, field, options);
        }
    }

    private List<Row> rows() {
        int many = options.connections();
        return List.of(
                        Row.closed("bare Vert.x echo", "echo", many, Pattern.UNIFORM),
                        Row.closed("a transaction a tap", "transaction", many, Pattern.UNIFORM),
                        Row.closed("a statement a tap", "statement", many, Pattern.UNIFORM),
                        Row.closed("ours", "ours", many, Pattern.UNIFORM),
                        Row.closed("ours, 64 lines", "ours", 64, Pattern.UNIFORM),
                        Row.closed("ours, Zipf", "ours", many, Pattern.ZIPF),
                        Row.closed("ours, one hot card", "ours", many, Pattern.HOT),
                        Row.batches("ours, batches", "ours", 8, 1_000),
                        Row.open("ours, open 25 %", "ours", many, 25),
                        Row.open("ours, open 50 %", "ours", many, 50),
                        Row.open("ours, open 75 %", "ours", many, 75))
                .stream()
                .filter(row -> options.only().matcher(row.name()).find())
                .toList();
    }

    /** Just-in-time compilers and caches are part of a server that runs all day. */
    private void warmUp(Field field, Meter meter) throws StageException, IOException, SQLException {
        for (Contestant contestant : field.contestants()) {
            if (contestant.takesBatches()) {
                sweep(contestant, meter);
            }
            double best = 0;
            for (int i = 1; i <= MOST_WARM_UPS; i++) {
                screen.progress("warming up: " + contestant.name() + ", " + i);
                Row row = Row.warmUp(contestant.name(), options.connections());
                Measured warm = meter.closed(row, contestant, options.seconds(), best == 0 ? FIRST_GUESS : best * 2);
                report("warming up", warm);
                if (i > 2 && warm.perSecond() < best * STILL_WARMING) {
                    break;
                }
                best = Math.max(best, warm.perSecond());
            }
        }
    }

    /** Touches every card once: in a city that has run for a day none is a stranger. */
    private void sweep(Contestant contestant, Meter meter) throws StageException, IOException, SQLException {
        Row row = Row.sweep(contestant.name(), SWEEP_LINES, SWEEP_TAPS);
        for (long touched = 0; touched < options.cards(); ) {
            screen.progress("warming up: %s, %,d of %,d cards".formatted(contestant.name(), touched, options.cards()));
            Measured swept = meter.batches(row, contestant, Math.min(100_000, options.cards()) / SWEEP_TAPS);
            report("every card once", swept);
            touched += swept.taps();
        }
    }

    private Measured measure(Row row, Field field, Meter meter) throws StageException, IOException, SQLException {
        Contestant contestant = field.contestant(row.contestant());
        Measured result = row.share() > 0
                ? meter.open(row, contestant, options.seconds(), highest(row.contestant()) * row.share() / 100)
                : meter.closed(row, contestant, options.seconds(), enough(row));
        report(row.name(), result);
        return result;
    }

    private void report(String name, Measured result) {
        screen.line(
                "%-22s %,9.0f/s  p50 %6.2f  p99 %7.2f ms  cpu %5.1f + %5.1f + %4.1f us  wal %,5.0f B  %.2f %% approved%s"
                        .formatted(
                                name,
                                result.perSecond(),
                                result.millisAt(50),
                                result.millisAt(99),
                                result.serverMicros(),
                                result.databaseMicros(),
                                result.driverMicros(),
                                result.walBytes(),
                                100 * result.approvedShare(),
                                result.volley().refused().isEmpty()
                                        ? ""
                                        : ", refused " + result.volley().refused()));
    }

    /** Requests are signed for this rate. */
    private double enough(Row row) {
        List<Measured> before = measured.getOrDefault(row, List.of());
        double most = before.stream().mapToDouble(Measured::perSecond).max().orElse(FIRST_GUESS);
        boolean fast =
                before.isEmpty() && (row.tapsEach() > 1 || row.contestant().equals("echo"));
        return most * (fast ? BATCH_ROOM : ROOM);
    }

    private double highest(String contestant) {
        return measured.entrySet().stream()
                .filter(each -> each.getKey().contestant().equals(contestant))
                .filter(each -> each.getKey().tapsEach() == 1 && each.getKey().pattern() == Pattern.UNIFORM)
                .filter(each -> each.getKey().share() == 0)
                .mapToDouble(each -> each.getValue().stream()
                        .mapToDouble(Measured::perSecond)
                        .max()
                        .orElse(0))
                .max()
                .orElseThrow(() -> new IllegalStateException("an open load needs a closed one before it"));
    }
}
