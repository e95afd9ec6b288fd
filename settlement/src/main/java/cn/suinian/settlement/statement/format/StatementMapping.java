package cn.suinian.settlement.statement.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;

/**
 * How one vendor writes its statements.
 *
 * @param version counts the vendor's mappings; 0: our own format, which needs no row
 * @param charset UTF-8 or GB18030
 * @param sources for each field its column or member, or {@code START:LENGTH} of a fixed record
 */
public record StatementMapping(
        int version,
        StatementFormat format,
        Charset charset,
        AmountUnit unit,
        TimeForm times,
        Map<StatementField, String> sources) {

    /** Our own CSV, by the names of the fields. */
    public static final StatementMapping OWN_CSV = own(StatementFormat.CSV);

    /** Our own JSON lines. */
    public static final StatementMapping OWN_JSON_LINES = own(StatementFormat.JSON_LINES);

    /** The transit clearing record (docs/glossary.md, "clearing record"): D, then the fields at their places. */
    public static final StatementMapping TRANSIT_CLEARING = new StatementMapping(
            0,
            StatementFormat.FIXED,
            UTF_8,
            AmountUnit.FEN,
            TimeForm.COMPACT,
            Map.of(
                    StatementField.CARD, "1:19",
                    StatementField.TERMINAL, "20:12",
                    StatementField.TERMINAL_SEQ, "32:10",
                    StatementField.TAPPED_AT, "42:14",
                    StatementField.SERVICE, "56:2",
                    StatementField.AMOUNT, "58:8",
                    StatementField.SUBSIDY, "66:8",
                    StatementField.TAP_DATE, "74:8"));

    public StatementMapping {
        sources = Map.copyOf(sources);
    }

    /** The first field that is needed and has no source, or one whose place cannot be read; null: it is whole. */
    public static boolean isWhole(StatementFormat format, Map<StatementField, String> sources) {
        for (StatementField field : StatementField.values()) {
            String source = sources.get(field);
            if (source == null ? field.needed() : source.isBlank() || source.length() > StatementReader.LONGEST_FIELD) {
                return false;
            }
            if (source != null && format == StatementFormat.FIXED && !Place.isPlace(source)) {
                return false;
            }
        }
        return true;
    }

    private static StatementMapping own(StatementFormat format) {
        Map<StatementField, String> names = new EnumMap<>(StatementField.class);
        for (StatementField field : StatementField.values()) {
            names.put(field, field.ownName());
        }
        return new StatementMapping(0, format, UTF_8, AmountUnit.FEN, TimeForm.ISO, names);
    }

    /** A place in a fixed record. */
    record Place(int from, int length) {
        private static final int LONGEST_RECORD = 4_000;

        static boolean isPlace(String source) {
            return source.matches("[0-9]{1,4}:[1-9][0-9]?") && of(source).end() <= LONGEST_RECORD;
        }

        static Place of(String source) {
            int colon = source.indexOf(':');
            return new Place(
                    Integer.parseInt(source.substring(0, colon)), Integer.parseInt(source.substring(colon + 1)));
        }

        int end() {
            return from + length;
        }
    }
}
