package cn.suinian.core.card.bureau;

import cn.suinian.core.card.bureau.RowFault.Problem;
import cn.suinian.core.refusal.RefusedException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The bureau's answer, a line at a time: comma-separated with the columns' names first, or a JSON object a line. */
final class ResultFile {

    private static final Set<String> COLUMNS = Set.of("cardNo", "status", "reason", "chipSerial");

    private final BoundedLines lines;
    private final BureauFormat format;
    private final List<String> header;

    ResultFile(InputStream in, BureauFormat format) throws IOException {
        this.lines = new BoundedLines(in);
        this.format = format;
        this.header = format == BureauFormat.CSV ? header() : List.of();
    }

    private List<String> header() throws IOException {
        String first = lines.next();
        List<String> names = first == null ? List.of() : cells(first);
        if (names == null || !names.contains("cardNo") || !names.contains("status")) {
            throw new RefusedException(BureauRefusal.HEADER_MISSING, "file");
        }
        return names;
    }

    /** The number of the line that came last. */
    int line() {
        return lines.number();
    }

    /** What the next line says; null at the end. Empty lines are none. */
    ResultRow.@Nullable Read next() throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        if (lines.tooLong()) {
            return ResultRow.Read.wrong(Problem.TOO_LONG);
        }
        Map<String, String> values =
                switch (format) {
                    case CSV -> named(line);
                    case JSON_LINES -> object(line);
                };
        return values == null ? ResultRow.Read.wrong(Problem.COLUMNS) : ResultRow.of(lines.number(), values);
    }

    private @Nullable Map<String, String> named(String line) throws IOException {
        List<String> cells = cells(line);
        if (cells == null || cells.size() > header.size()) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            values.put(header.get(i), cells.get(i));
        }
        return values;
    }

    private static @Nullable List<String> cells(String line) throws IOException {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : null;
        } catch (UncheckedIOException | IllegalStateException malformed) {
            return null;
        }
    }

    private static @Nullable Map<String, String> object(String line) {
        try {
            JsonObject object = new JsonObject(line);
            Map<String, String> values = new HashMap<>();
            for (String name : COLUMNS) {
                Object value = object.getValue(name);
                if (value instanceof String text) {
                    values.put(name, text);
                } else if (value != null) {
                    return null;
                }
            }
            return values;
        } catch (DecodeException malformed) {
            return null;
        }
    }
}
