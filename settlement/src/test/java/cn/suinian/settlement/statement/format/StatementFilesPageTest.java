package cn.suinian.settlement.statement.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.settlement.statement.format.StatementLine.Row;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/statement-files.md shows vendors is read as it says. */
class StatementFilesPageTest {
    private static final List<StatementMapping> SHOWN =
            List.of(StatementMapping.OWN_CSV, StatementMapping.OWN_JSON_LINES, StatementMapping.TRANSIT_CLEARING);

    @Test
    void everyExampleIsAWholeStatement() throws Exception {
        String[] blocks = page().split("```\n", -1);
        for (int i = 0; i < SHOWN.size(); i++) {
            StatementReader reader =
                    new StatementReader(new ByteArrayInputStream(blocks[2 * i + 1].getBytes(UTF_8)), SHOWN.get(i));
            List<StatementLine> lines = new ArrayList<>();
            for (StatementLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
            StatementLine last = lines.remove(lines.size() - 1);
            assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line).isInstanceOf(Row.class));
            assertThat(last)
                    .isEqualTo(new Trailer(
                            lines.size() + (SHOWN.get(i).format() == StatementFormat.CSV ? 3 : 2),
                            lines.size(),
                            lines.stream()
                                    .mapToLong(line -> ((Row) line).amountFen())
                                    .sum(),
                            lines.stream()
                                    .mapToLong(line -> ((Row) line).subsidyFen())
                                    .sum()));
        }
    }

    @Test
    void thePlacesOfTheClearingRecordAreThoseThatAreRead() throws Exception {
        String page = page();
        StatementMapping.TRANSIT_CLEARING.sources().values().stream()
                .map(StatementMapping.Place::of)
                .forEach(place -> assertThat(page.split(" " + place.from() + "–" + (place.end() - 1), -1))
                        .as("in both languages")
                        .hasSizeGreaterThanOrEqualTo(3));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "statement-files.md"), UTF_8);
    }
}
