package cn.suinian.load.bench;

import cn.suinian.load.bench.Row.Start;
import cn.suinian.load.frame.MasterKeys;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.screen.Table;
import cn.suinian.load.stage.Stage;
import cn.suinian.load.stage.StageException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a tap costs the same in a larger city and after years: the gateway alone, each size on a database of its own.
 *
 * <p>All cards are touched once before anything is measured, and the taps that are measured come from 800,000 of them:
 * so the sizes differ in what is stored and in what is remembered, not in how often a card comes back. The usual city
 * comes first and last: what the machine itself did in between stands between those two.
 */
final class Growth {
    /** The usual city is always measured twice. */
    static final int FIRST_AND_LAST = 2;

    private static final int CITY = 800_000;
    private static final long BYTES_A_CARD = 900;
    private static final long BYTES_A_TAP = 300;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final List<Size> SIZES = List.of(
            new Size(CITY, 0),
            new Size(CITY / 100, 0),
            new Size(CITY / 10, 0),
            new Size(CITY * 10, 0),
            new Size(CITY, 10_000_000),
            new Size(CITY, 100_000_000),
            new Size(CITY, 0));

    private final BenchOptions options;
    private final Screen screen;

    Growth(BenchOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    /** One that is measured. */
    record Size(int cards, long taps) {
        String name() {
            return "%,d cards, %,d taps of earlier days".formatted(cards, taps);
        }

        long bytes() {
            return 2L * cards * BYTES_A_CARD + 2L * taps * BYTES_A_TAP;
        }
    }

    /** The usual city first and last, and between them those in whose name this is found. */
    static List<Size> sizes(java.util.regex.Pattern only) {
        return IntStream.range(0, SIZES.size())
                .filter(i -> i == 0
                        || i == SIZES.size() - 1
                        || only.matcher(SIZES.get(i).name()).find())
                .mapToObj(SIZES::get)
                .toList();
    }

    private record Grown(Size size, List<Measured> rounds) {}

    /** Measures every size there is room for, the usual city first; says which were left out. */
    void run() throws StageException, IOException, SQLException, InterruptedException {
        List<Grown> grown = new ArrayList<>();
        for (Size size : sizes(options.only())) {
            try (Stage stage = Stage.build(options.gateway(), screen)) {
                long room = Files.getFileStore(stage.directory()).getUsableSpace();
                if (room < size.bytes()) {
                    screen.line("left out for want of room: %,d cards, %,d taps (%,d of %,d MB)"
                            .formatted(size.cards, size.taps, room >> 20, size.bytes() >> 20));
                } else {
                    grown.add(new Grown(size, measure(stage, size)));
                }
            }
        }
        show(grown);
    }

    private List<Measured> measure(Stage stage, Size size)
            throws StageException, IOException, SQLException, InterruptedException {
        screen.line(size.name());
        BenchOptions sized = options.withCards(size.cards);
        stage.start(Field.TERMINAL_ROLE);
        BenchCity city = new BenchCity(MasterKeys.read(stage.keystore(), stage.passphrase()), size.cards);
        List<Measured> rounds = new ArrayList<>();
        try (Field field = Field.open(stage, city, sized, screen)) {
            field.plant();
            field.plantHistory(size.taps, LocalDate.now(SHANGHAI));
            field.enter(Field.OURS);
            Meter meter = new Meter(city, field.server(), new Calm(field.server(), screen));
            new WarmUp(sized, screen, meter).of(field.contestant(Field.OURS));
            Row row = Row.closed("ours", Field.OURS, options.connections(), Pattern.SOME)
                    .from(Start.AS_IT_IS);
            for (int round = 1; round <= options.rounds(); round++) {
                double expected =
                        rounds.stream().mapToDouble(Measured::perSecond).max().orElse(Bench.FIRST_GUESS / 2);
                rounds.add(meter.closed(row, field.contestant(Field.OURS), options.seconds(), expected * 2));
                screen.line(rounds.get(rounds.size() - 1).line("ours"));
            }
        }
        return rounds;
    }

    private void show(List<Grown> grown) {
        Table table = new Table("cards", "taps stored", "taps/s", "least-most", "of the first", "p99 ms", "cpu us");
        double first = grown.isEmpty() ? 1 : rate(grown.get(0)).median();
        for (Grown each : grown) {
            Range rate = rate(each);
            table.row(
                    "%,d".formatted(each.size.cards),
                    "%,d".formatted(each.size.taps),
                    "%,.0f".formatted(rate.median()),
                    "%,.0f-%,.0f".formatted(rate.least(), rate.most()),
                    "%.2f".formatted(rate.median() / first),
                    "%.2f"
                            .formatted(Range.of(each.rounds, one -> one.millisAt(99))
                                    .median()),
                    "%.1f"
                            .formatted(Range.of(each.rounds, one -> one.serverMicros() + one.databaseMicros())
                                    .median()));
        }
        screen.line("");
        table.show(screen);
    }

    private static Range rate(Grown grown) {
        return Range.of(grown.rounds, Measured::perSecond);
    }
}
