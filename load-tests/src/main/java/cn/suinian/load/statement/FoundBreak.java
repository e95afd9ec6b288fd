package cn.suinian.load.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A break as the console's table of breaks has it; amounts in fen.
 *
 * @param number by which it is reached
 * @param kind in English
 * @param status in English
 */
public record FoundBreak(
        long number,
        String vendor,
        LocalDate day,
        String kind,
        String status,
        Difference.Money money,
        LocalDate tapDate,
        long terminalId,
        long terminalSeq,
        int cardSerial) {
    private static final List<String> COLUMNS = List.of(
            "break",
            "vendor code",
            "day",
            "kind",
            "status",
            "at risk",
            "ours",
            "theirs",
            "tap date",
            "terminal",
            "seq",
            "card");

    /**
     * Reads the table that was downloaded as CSV.
     *
     * @throws IllegalArgumentException when it is no such table
     */
    public static List<FoundBreak> parse(String csv) {
        List<FoundBreak> found = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (String line : csv.replace("\uFEFF", "").lines().toList()) {
            List<String> cells = cells(line);
            if (places.isEmpty()) {
                for (String column : COLUMNS) {
                    places.put(column, place(cells, column));
                }
            } else {
                found.add(row(column -> cells.get(places.getOrDefault(column, -1))));
            }
        }
        return found;
    }

    private interface Cell {
        String of(String column);
    }

    private static FoundBreak row(Cell cell) {
        return new FoundBreak(
                Long.parseLong(cell.of("break")),
                cell.of("vendor code"),
                LocalDate.parse(cell.of("day")),
                english(cell.of("kind")),
                english(cell.of("status")),
                new Difference.Money(fen(cell.of("ours")), fen(cell.of("theirs")), fen(cell.of("at risk"))),
                LocalDate.parse(cell.of("tap date")),
                Long.parseLong(cell.of("terminal")),
                Long.parseLong(cell.of("seq")),
                Integer.parseInt(cell.of("card")));
    }

    /** Headings are Chinese, a blank, English. */
    private static int place(List<String> headings, String column) {
        for (int i = 0; i < headings.size(); i++) {
            if (english(headings.get(i)).equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the table of breaks has no column " + column + ": " + headings);
    }

    private static String english(String both) {
        int blank = both.indexOf(' ');
        return blank < 0 ? both : both.substring(blank + 1);
    }

    private static long fen(String yuan) {
        return Long.parseLong(yuan.replace(",", "").replace(".", ""));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Which cause it is, whatever its figures. */
    String cause() {
        return cause(vendor, day, kind, tapDate, terminalId, terminalSeq, cardSerial);
    }

    static String cause(Difference difference) {
        Sale.Key key = difference.key();
        return cause(
                difference.vendor(),
                difference.day(),
                difference.kind().text(),
                key.date(),
                Long.parseLong(key.terminalId()),
                key.terminalSeq(),
                key.cardSerial());
    }

    private static String cause(
            String vendor, LocalDate day, String kind, LocalDate date, long terminal, long seq, int card) {
        return "%s of %s, %s: tap of %s, terminal %d, number %d, card %d"
                .formatted(vendor, day, kind, date, terminal, seq, card);
    }
}
