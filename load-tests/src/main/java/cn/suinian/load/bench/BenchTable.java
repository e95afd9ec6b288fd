package cn.suinian.load.bench;

import cn.suinian.load.screen.Screen;
import cn.suinian.load.screen.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The result: medians of the rounds for rates and costs, the latencies of all rounds together. */
final class BenchTable {
    private final Screen screen;

    BenchTable(Screen screen) {
        this.screen = screen;
    }

    void show(Map<Row, List<Measured>> measured, Field field, BenchOptions options) throws SQLException {
        screen.line("");
        screen.line("%,d cards, %d lines where nothing else is said, %d rounds of %d s, each in another order"
                .formatted(options.cards(), options.connections(), options.rounds(), options.seconds()));
        screen.line("MAC, TAC, decision, signed reply for each tap; "
                + Durability.of(field.server()).text());
        screen.line("rates and costs: median of the rounds (least-most); latencies: of all rounds together, p99 of each"
                + " too");
        screen.line(
                "before each row a checkpoint, a touch of each account page and each terminal, and PostgreSQL at rest");
        screen.line("");
        Table rates =
                new Table("", "taps/s", "least-most", "approved", "server us", "database us", "driver us", "WAL B");
        Table latencies = new Table("ms", "p50", "p99", "least-most", "p99.9", "longest");
        measured.forEach((row, rounds) -> {
            Range rate = Range.of(rounds, Measured::perSecond);
            rates.row(
                    row.name(),
                    "%,.0f".formatted(rate.median()),
                    "%,.0f-%,.0f".formatted(rate.least(), rate.most()),
                    "%.2f %%"
                            .formatted(100
                                    * Range.of(rounds, Measured::approvedShare).median()),
                    "%.1f".formatted(Range.of(rounds, Measured::serverMicros).median()),
                    "%.1f".formatted(Range.of(rounds, Measured::databaseMicros).median()),
                    "%.1f".formatted(Range.of(rounds, Measured::driverMicros).median()),
                    "%,.0f".formatted(Range.of(rounds, Measured::walBytes).median()));
            Histogram all = Measured.together(
                    rounds.stream().map(one -> one.volley().latency()).toList());
            Range tail = Range.of(rounds, one -> one.millisAt(99));
            latencies.row(
                    row.name(),
                    millis(all.getValueAtPercentile(50)),
                    millis(all.getValueAtPercentile(99)),
                    "%,.2f-%,.2f".formatted(tail.least(), tail.most()),
                    millis(all.getValueAtPercentile(99.9)),
                    millis(all.getMaxValue()));
        });
        rates.show(screen);
        screen.line("");
        latencies.show(screen);
        screen.line("");
        for (Map.Entry<String, BenchDatabase> each : field.databases().entrySet()) {
            BenchDatabase database = each.getValue();
            screen.line("%s: a stored tap takes %,d bytes with its indexes; %d %% of account updates were HOT"
                    .formatted(each.getKey(), database.bytesPerTap(), database.hotPercent()));
        }
    }

    private static String millis(long nanos) {
        return "%,.2f".formatted(nanos / 1e6);
    }
}
