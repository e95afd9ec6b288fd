package cn.suinian.settlement.statement.format;

import cn.suinian.settlement.statement.format.StatementLine.Fault;
import cn.suinian.settlement.statement.format.StatementLine.Header;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Comma-separated lines. A line is divided by itself; quotes do not run over its end. */
final class CsvForm implements LineForm {
    private static final int MARKED_CELLS = 4;

    private final StatementMapping mapping;
    private final Map<StatementField, Integer> places = new EnumMap<>(StatementField.class);

    CsvForm(StatementMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public Optional<Header> header(String line) {
        List<String> cells = cells(line);
        return cells == null || cells.size() < 3 || !cells.get(0).equals("H")
                ? Optional.empty()
                : TimeForm.ISO
                        .day(cells.get(2).strip())
                        .or(() -> mapping.times().day(cells.get(2).strip()))
                        .map(day -> new Header(1, cells.get(1).strip(), day));
    }

    @Override
    public void columns(BoundedLines lines) throws IOException {
        String line = lines.next();
        List<String> names = line == null ? null : cells(line);
        List<String> stripped =
                names == null ? List.of() : names.stream().map(String::strip).toList();
        List<String> missing = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (StatementField field : StatementField.values()) {
            String name = mapping.sources().get(field);
            int place = name == null ? -1 : stripped.indexOf(name);
            if (place < 0) {
                if (name != null && field.needed()) {
                    missing.add(name);
                }
            } else if (place != stripped.lastIndexOf(name)) {
                twice.add(name);
            } else {
                places.put(field, place);
            }
        }
        if (!missing.isEmpty() || !twice.isEmpty() || names == null) {
            throw NotAStatementException.columns(new NotAStatementException.Found(mapping, line, missing, twice));
        }
    }

    @Override
    public StatementLine line(int lineNo, String line, RowReading rows) {
        List<String> cells = cells(line);
        if (cells == null) {
            return new Fault(lineNo, "", RowProblem.LINE_UNREADABLE, RowReading.shown(line));
        }
        if (cells.get(0).equals("T")) {
            return trailer(lineNo, cells);
        }
        return rows.read(lineNo, field -> {
            Integer place = places.get(field);
            return place == null || place >= cells.size() ? null : cells.get(place);
        });
    }

    private StatementLine trailer(int lineNo, List<String> cells) {
        if (cells.size() >= MARKED_CELLS) {
            long rows = AmountUnit.FEN.fen(cells.get(1).strip());
            long amount = mapping.unit().fen(cells.get(2).strip());
            long subsidy = mapping.unit().fen(cells.get(3).strip());
            if (rows >= 0 && amount >= 0 && subsidy >= 0) {
                return new Trailer(lineNo, rows, amount, subsidy);
            }
        }
        return new Fault(lineNo, "", RowProblem.LINE_UNREADABLE, RowReading.shown(String.join(",", cells)));
    }

    private static @Nullable List<String> cells(String line) {
        return line.indexOf('"') < 0 ? divided(line) : parsed(line);
    }

    private static List<String> divided(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            cells.add(line.substring(from, comma));
            from = comma + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }

    private static @Nullable List<String> parsed(String line) {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : null;
        } catch (IOException | RuntimeException undivided) { // commons-csv wraps a quote out of place
            return null;
        }
    }
}
