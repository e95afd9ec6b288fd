package cn.suinian.core.holder.bulk.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.suinian.core.holder.bulk.sheet.RawRow.RawCell;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV. Each row is divided by itself, with the lines after it while a quote is open, a few at most: one
 * quote out of place spoils its own row and not the rest of the file.
 */
final class CsvRows implements RawRows {
    private static final int LONGEST_LINE = 20_000;
    private static final int MOST_LINES_OF_A_ROW = 8;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader in;
    private final SheetFormat format;
    private final Deque<String> ahead = new ArrayDeque<>();
    private @Nullable CSVFormat rules;
    private int rowNo;

    CsvRows(byte[] content, Charset charset) {
        this.in = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(content), charset));
        this.format = charset.equals(UTF_8) ? SheetFormat.CSV_UTF8 : SheetFormat.CSV_GB18030;
    }

    @Override
    public SheetFormat format() {
        return format;
    }

    @Override
    public boolean from1904() {
        return false;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        String first = line();
        if (first == null) {
            return null;
        }
        rowNo++;
        if (rules == null) {
            rules = CSVFormat.RFC4180.builder().setDelimiter(delimiter(first)).get();
        }
        return new RawRow(rowNo, divided(rules, first));
    }

    /** The line and, while a quote of it is open, those after it. */
    private @Nullable List<RawCell> divided(CSVFormat format, String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        Deque<String> taken = new ArrayDeque<>();
        boolean open = quotes(first) % 2 == 1;
        while (open && taken.size() < MOST_LINES_OF_A_ROW - 1 && text.length() <= LONGEST_LINE) {
            String more = line();
            if (more == null) {
                break;
            }
            taken.addLast(more);
            text.append('\n').append(more);
            open = quotes(more) % 2 == 0;
        }
        List<RawCell> cells = open || text.length() > LONGEST_LINE ? null : cells(format, text.toString());
        if (cells == null) {
            taken.descendingIterator().forEachRemaining(ahead::addFirst);
        }
        return cells;
    }

    private static @Nullable List<RawCell> cells(CSVFormat format, String text) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                return List.of();
            }
            List<RawCell> cells = new ArrayList<>();
            records.get(0).forEach(value -> cells.add(RawCell.of(value)));
            return records.size() == 1 ? cells : null;
        } catch (IOException | RuntimeException undivided) { // commons-csv wraps a quote out of place
            return null;
        }
    }

    private @Nullable String line() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        String line = lineOfTheFile();
        boolean marked = rowNo == 0 && line != null && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK;
        return marked ? line.substring(1) : line;
    }

    /** Up to one character more than a line may have; the rest of a longer one is dropped. */
    private @Nullable String lineOfTheFile() throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        while (c >= 0 && c != '\n') {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) c);
            }
            c = in.read();
        }
        int end = line.length() - 1;
        if (end >= 0 && line.charAt(end) == '\r') {
            line.setLength(end);
        }
        return line.toString();
    }

    /** Whatever divides the heads: spreadsheets of some countries write semicolons, and some export tabs. */
    private static char delimiter(String heads) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(heads, candidate) > count(heads, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long quotes(String line) {
        return count(line, '"');
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
