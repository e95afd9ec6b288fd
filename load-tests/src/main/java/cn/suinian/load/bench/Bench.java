package cn.suinian.load.bench;

import cn.suinian.load.bench.Row.Load;
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
    static final double FIRST_GUESS = 25_000;
    private static final double ROOM = 1.3;
    private static final double FAST_ROOM = 3;

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
        try {
            switch (options.what()) {
                case STEPS -> {
                    return MicroProcess.run(options, screen);
                }
                case GROWTH -> new Growth(options, screen).run();
                case TABLE -> {
                    try (Stage stage = Stage.build(options.gateway(), screen)) {
                        new Bench(options, screen).run(stage);
                    }
                }
            }
            return 0;
        } catch (StageException | IOException | SQLException failure) {
            screen.line("the bench broke off: " + failure.getMessage());
        } catch (InterruptedException e) {
            screen.line("interrupted");
        }
        return 1;
    }

    private void run(Stage stage) throws StageException, IOException, SQLException, InterruptedException {
        String loadBefore = Machine.load();
        stage.start(Field.TERMINAL_ROLE);
        BenchCity city = new BenchCity(MasterKeys.read(stage.keystore(), stage.passphrase()), options.cards());
        List<Row> rows = Programme.of(options.only(), options.connections());
        try (Field field = Field.open(stage, city, options, screen)) {
            field.plant();
            for (Row row : rows) {
                field.enter(row.contestant());
                measured.put(row, new ArrayList<>());
            }
            Meter meter = new Meter(city, field.server(), new Calm(field.server(), screen));
            Machine.describe(stage.directory(), field.server().describe(), loadBefore)
                    .forEach(screen::line);
            screen.line("servers    " + field.servers().text());
            screen.line("           " + field.servers().shippedText());
            WarmUp warmUp = new WarmUp(options, screen, meter);
            for (Contestant contestant : field.contestants()) {
                warmUp.of(contestant);
            }
            for (int round = 1; round <= options.rounds(); round++) {
                for (Row row : Programme.inRound(rows, round)) {
                    screen.progress("round %d of %d: %s".formatted(round, options.rounds(), row.name()));
                    measured.get(row).add(measure(row, field, meter));
                }
            }
            new BenchTable(screen).show(measured, field, options);
        }
    }

    private Measured measure(Row row, Field field, Meter meter)
            throws StageException, IOException, SQLException, InterruptedException {
        Contestant contestant = field.ready(row.contestant());
        Load load = row.load();
        double steady = load.share() > 0 ? highest(row.contestant()) * load.share() / 100 : load.perSecond();
        Measured result = steady > 0
                ? meter.open(row, contestant, options.seconds(), steady)
                : meter.closed(row, contestant, options.seconds(), enough(row));
        field.leave(row.contestant());
        screen.line(result.line(row.name()));
        return result;
    }

    /** Requests are signed for this rate. */
    private double enough(Row row) {
        List<Measured> before = measured.getOrDefault(row, List.of());
        double most = before.stream().mapToDouble(Measured::perSecond).max().orElse(FIRST_GUESS);
        boolean fast =
                before.isEmpty() && (row.tapsEach() > 1 || row.contestant().equals(Field.ECHO));
        return most * (fast ? FAST_ROOM : ROOM);
    }

    private double highest(String contestant) {
        return measured.entrySet().stream()
                .filter(each -> Programme.isHighest(each.getKey(), contestant))
                .mapToDouble(each -> each.getValue().stream()
                        .mapToDouble(Measured::perSecond)
                        .max()
                        .orElse(0))
                .max()
                .orElseThrow(() -> new IllegalStateException("an open load needs a closed one before it"));
    }
}
