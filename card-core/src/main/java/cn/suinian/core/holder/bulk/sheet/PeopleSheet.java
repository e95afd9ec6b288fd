package cn.suinian.core.holder.bulk.sheet;

import cn.suinian.core.holder.bulk.sheet.RawRow.RawCell;
import cn.suinian.core.refusal.RefusedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of people, whatever its format: what its heads name, row by row. Blank rows are passed over. */
public final class PeopleSheet implements AutoCloseable {
    /** The most rows of people. */
    public static final int MOST_ROWS = 100_000;

    /** The most bytes of a file. */
    public static final int MOST_BYTES = 50 << 20;

    private static final int MOST_ROWS_ABOVE = 5;
    private static final int LAST_ROW = 1_000_000;
    private static final int LONGEST_CELL = 500;
    private static final int MOST_DIGITS_OF_A_NUMBER = 15;
    private static final int LAST_DAY = 80_000;
    private static final int FIRST_DAY = 61;
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final Pattern EXPONENT = Pattern.compile("[0-9](?:\\.[0-9]+)?[Ee]\\+[0-9]{1,2}");
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern MARKED_TEXT = Pattern.compile("['`\u2018]([0-9A-Za-z].*)");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}+");
    private static final String RESIDENT_CARD = "居民身份证";

    private final RawRows rows;
    private final Map<BulkColumn, Integer> places = new EnumMap<>(BulkColumn.class);
    private final List<String> ignored = new ArrayList<>();
    private boolean residentCards;
    private int people;
    private int lastRow;

    private PeopleSheet(RawRows rows) {
        this.rows = rows;
    }

    /**
     * Opens what somebody sent and reads its heads; what it is called does not matter.
     *
     * @throws RefusedException with a {@link SheetRefusal}
     */
    public static PeopleSheet open(byte[] content) {
        PeopleSheet sheet = new PeopleSheet(rows(content));
        sheet.readHeads();
        return sheet;
    }

    private static RawRows rows(byte[] content) {
        if (content.length == 0) {
            throw refused(SheetRefusal.FILE_EMPTY);
        }
        if (content.length > MOST_BYTES) {
            throw refused(SheetRefusal.FILE_TOO_LARGE);
        }
        if (begins(content, ZIP)) {
            return XlsxRows.open(content);
        }
        if (begins(content, OLE)) {
            throw refused(SheetRefusal.FILE_OLD_OR_LOCKED);
        }
        return TextEncoding.of(content)
                .map(charset -> new CsvRows(content, charset))
                .orElseThrow(() -> refused(SheetRefusal.FILE_TYPE));
    }

    /** What it is. */
    public SheetFormat format() {
        return rows.format();
    }

    /** The heads of columns that no head of ours is: nothing of them is read. */
    public List<String> ignored() {
        return Collections.unmodifiableList(ignored);
    }

    /**
     * The next row with anything in it; null after the last.
     *
     * @throws RefusedException when the file breaks off or has too many
     */
    public @Nullable SheetRow next() {
        while (true) {
            RawRow raw = raw();
            if (raw == null) {
                if (people == 0) {
                    throw refused(SheetRefusal.ROWS_NONE);
                }
                return null;
            }
            if (raw.cells() != null
                    && raw.cells().stream().allMatch(cell -> cell.text().isBlank())) {
                continue;
            }
            if (++people > MOST_ROWS) {
                throw refused(SheetRefusal.ROWS_TOO_MANY);
            }
            return raw.cells() == null ? SheetRow.unreadable(raw.rowNo()) : row(raw.rowNo(), raw.cells());
        }
    }

    private @Nullable RawRow raw() {
        try {
            RawRow raw = rows.next();
            if (raw == null) {
                return null;
            }
            if (raw.rowNo() > LAST_ROW) {
                throw refused(SheetRefusal.ROWS_TOO_MANY);
            }
            if (raw.rowNo() <= lastRow) {
                throw refused(SheetRefusal.FILE_BROKEN);
            }
            lastRow = raw.rowNo();
            return raw;
        } catch (IOException broken) {
            throw refused(SheetRefusal.FILE_BROKEN);
        }
    }

    /** The first of the first rows that has what it needs: lists often have a title above. */
    private void readHeads() {
        for (int i = 0; i < MOST_ROWS_ABOVE; i++) {
            RawRow heads = raw();
            if (heads == null) {
                break;
            }
            if (heads.cells() != null && areHeads(heads.cells())) {
                for (int at = 0; at < heads.cells().size(); at++) {
                    place(cleaned(heads.cells().get(at).text()), at);
                }
                return;
            }
        }
        throw refused(SheetRefusal.HEADER_MISSING);
    }

    private static boolean areHeads(List<RawCell> cells) {
        Set<BulkColumn> named = EnumSet.noneOf(BulkColumn.class);
        cells.forEach(cell -> BulkColumn.ofHead(cleaned(cell.text())).ifPresent(named::add));
        return named.containsAll(BulkColumn.REQUIRED);
    }

    private void place(String head, int at) {
        BulkColumn column = BulkColumn.ofHead(head).orElse(null);
        if (column == null) {
            if (!head.isEmpty()) {
                ignored.add(head.substring(0, Math.min(head.length(), 40)));
            }
            return;
        }
        if (places.putIfAbsent(column, at) != null) {
            throw refused(SheetRefusal.HEADER_TWICE);
        }
        residentCards |= BulkColumn.namesResidentCards(head);
    }

    private SheetRow row(int rowNo, List<RawCell> raw) {
        Map<BulkColumn, String> cells = new EnumMap<>(BulkColumn.class);
        Map<BulkColumn, RowProblem> problems = new EnumMap<>(BulkColumn.class);
        places.forEach((column, place) -> {
            String text = place < raw.size() ? text(column, raw.get(place), problems) : "";
            if (!text.isEmpty()) {
                cells.put(column, text);
            }
        });
        if (residentCards) {
            cells.putIfAbsent(BulkColumn.DOCUMENT_KIND, RESIDENT_CARD);
        }
        return new SheetRow(rowNo, cells, problems);
    }

    private String text(BulkColumn column, RawCell cell, Map<BulkColumn, RowProblem> problems) {
        if (column.isDate() && cell.number() != null) {
            return day(cell.number(), cell.text());
        }
        String text = cleaned(cell.text());
        boolean lost =
                cell.number() == null ? EXPONENT.matcher(text).matches() : text.length() > MOST_DIGITS_OF_A_NUMBER;
        if (lost) {
            problems.put(column, RowProblem.DIGITS_LOST);
        } else if (text.length() > LONGEST_CELL) {
            problems.put(column, RowProblem.CELL_TOO_LONG);
        }
        return text.substring(0, Math.min(text.length(), LONGEST_CELL));
    }

    /** A spreadsheet counts days; eight digits are a date that was typed without hyphens. */
    private String day(BigDecimal number, String text) {
        double days = number.doubleValue();
        if (days < FIRST_DAY || days > LAST_DAY) {
            return text.substring(0, Math.min(text.length(), LONGEST_CELL));
        }
        return (rows.from1904() ? FROM_1904 : FROM_1900).plusDays((long) days).toString();
    }

    /** Without what spreadsheets put around a number so that it stays a text. */
    private static String cleaned(String text) {
        String stripped = CONTROLS.matcher(text).replaceAll(" ").strip();
        var formula = TEXT_FORMULA.matcher(stripped);
        if (formula.matches()) {
            return formula.group(1).strip();
        }
        var marked = MARKED_TEXT.matcher(stripped);
        return marked.matches() ? marked.group(1) : stripped;
    }

    private static boolean begins(byte[] content, byte[] magic) {
        return content.length >= magic.length
                && java.util.Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    private static RefusedException refused(SheetRefusal refusal) {
        return new RefusedException(refusal, "file");
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
