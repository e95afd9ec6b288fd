package cn.suinian.load.bench;

import cn.suinian.load.screen.Screen;
import cn.suinian.load.screen.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The result: medians of all rounds, the least and the most of the rates. */
final class BenchTable {
    private final Screen screen;

    BenchTable(Screen screen) {
        this.screen = screen;
    }

    void show(Map<Row, List<Measured>> measured, Field field, BenchOptions options) throws SQLException {
        screen.line("");
        screen.line("%,d cards, %d lines where nothing else is said, %d rounds of %d s in turn; median (least-most)"
                .formatted(options.cards(), options.connections(), options.rounds(), options.seconds()));
        screen.line("MAC, TAC, decision and signed reply for each tap; fsync and synchronous_commit on");
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
            latencies.row(
                    row.name(),
                    millis(rounds, 50),
                    millis(rounds, 99),
                    "%,.2f-%,.2f"
                            .formatted(at(rounds, 99).least(), at(rounds, 99).most()),
                    millis(rounds, 99.9),
                    "%,.2f".formatted(Range.of(rounds, Measured::longestMillis).median()));
        });
        rates.show(screen);
        screen.line("");
        latencies.show(screen);
        screen.line("");
        for (Contestant each : field.contestants()) {
            BenchDatabase database = each.database();
            if (database != null) {
                screen.line("%s: a stored tap takes %,d bytes with its indexes; %d %% of account updates were HOT"
                        .formatted(each.name(), database.bytesPerTap(), database.hotPercent()));
            }
        }
    }

    private static String millis(List<Measured> rounds, double percentile) {
        return "%,.2f".formatted(at(rounds, percentile).median());
    }

    private static Range at(List<Measured> rounds, double percentile) {
        return Range.of(rounds, one -> one.millisAt(percentile));
    }
}
