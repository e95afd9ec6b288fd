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
    private static final int WARM_UPS = 3;
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
        if (options.micro()) {
            return MicroProcess.run(options, screen);
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
        stage.start(Map.of("SUINIAN_ROLES", "terminal"));
        BenchCity city = new BenchCity(MasterKeys.read(stage.keystore(), stage.passphrase()), options.cards());
        List<Row> rows = rows();
        try (Field field = new Field(stage, city, options, screen)) {
            for (Row row : rows) {
                field.enter(row.contestant());
                measured.put(row, new ArrayList<>());
            }
            Meter meter = new Meter(city, field.postmaster());
            Machine.describe(stage.directory(), field.postgres()).forEach(screen::line);
            warmUp(rows, field, meter);
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
    private void warmUp(List<Row> rows, Field field, Meter meter) throws StageException, IOException, SQLException {
        for (String name : rows.stream().map(Row::contestant).distinct().toList()) {
            for (int i = 1; i <= WARM_UPS; i++) {
                screen.progress("warming up: " + name + ", " + i + " of " + WARM_UPS);
                Row row = Row.warmUp(name, options.connections());
                Measured warm = meter.closed(row, field.contestant(name), options.seconds(), FIRST_GUESS);
                screen.line("warm-up of %s: %,.0f/s, cpu %.1f + %.1f + %.1f us, wal %,.0f B, %.1f %% approved"
                        .formatted(
                                name,
                                warm.perSecond(),
                                warm.serverMicros(),
                                warm.databaseMicros(),
                                warm.driverMicros(),
                                warm.walBytes(),
                                100 * warm.approvedShare()));
            }
        }
    }

    private Measured measure(Row row, Field field, Meter meter) throws StageException, IOException, SQLException {
        Contestant contestant = field.contestant(row.contestant());
        Measured result = row.share() > 0
                ? meter.open(row, contestant, options.seconds(), highest(row.contestant()) * row.share() / 100)
                : meter.closed(row, contestant, options.seconds(), enough(row));
        screen.line(
                "%-22s %,9.0f/s  p50 %6.2f  p99 %7.2f ms  cpu %5.1f + %5.1f + %4.1f us  wal %,5.0f B  %.2f %% approved"
                        .formatted(
                                row.name(),
                                result.perSecond(),
                                result.millisAt(50),
                                result.millisAt(99),
                                result.serverMicros(),
                                result.databaseMicros(),
                                result.driverMicros(),
                                result.walBytes(),
                                100 * result.approvedShare()));
        return result;
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
