package cn.suinian.settlement.statement.format;

import cn.suinian.settlement.statement.format.StatementLine.Fault;
import cn.suinian.settlement.statement.format.StatementLine.Header;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import cn.suinian.settlement.statement.format.StatementMapping.Place;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Fixed records: {@code H} vendor(32) day(8), {@code D} fields, {@code T} rows(10) amount(14) subsidy(14). */
final class FixedForm implements LineForm {
    private static final Place VENDOR = new Place(1, 32);
    private static final Place DAY = new Place(33, 8);
    private static final Place ROWS = new Place(1, 10);
    private static final Place AMOUNT = new Place(11, 14);
    private static final Place SUBSIDY = new Place(25, 14);

    private final StatementMapping mapping;
    private final Map<StatementField, Place> places = new EnumMap<>(StatementField.class);

    FixedForm(StatementMapping mapping) {
        this.mapping = mapping;
        mapping.sources().forEach((field, source) -> places.put(field, Place.of(source)));
    }

    @Override
    public Optional<Header> header(String line) {
        return line.startsWith("H")
                ? TimeForm.COMPACT.day(cut(line, DAY)).map(day -> new Header(1, cut(line, VENDOR), day))
                : Optional.empty();
    }

    @Override
    public void columns(BoundedLines lines) {
        // fields have places, not names
    }

    @Override
    public StatementLine line(int lineNo, String line, RowReading rows) {
        return switch (line.charAt(0)) {
            case 'D' ->
                rows.read(lineNo, field -> {
                    Place place = places.get(field);
                    return place == null ? null : cut(line, place);
                });
            case 'T' -> trailer(lineNo, line);
            default -> new Fault(lineNo, "", RowProblem.LINE_UNREADABLE, RowReading.shown(line));
        };
    }

    private StatementLine trailer(int lineNo, String line) {
        long rows = AmountUnit.FEN.fen(cut(line, ROWS));
        long amount = mapping.unit().fen(cut(line, AMOUNT));
        long subsidy = mapping.unit().fen(cut(line, SUBSIDY));
        return rows < 0 || amount < 0 || subsidy < 0
                ? new Fault(lineNo, "", RowProblem.LINE_UNREADABLE, RowReading.shown(line))
                : new Trailer(lineNo, rows, amount, subsidy);
    }

    private static String cut(String line, Place place) {
        int from = Math.min(place.from(), line.length());
        return line.substring(from, Math.min(place.end(), line.length())).strip();
    }
}
