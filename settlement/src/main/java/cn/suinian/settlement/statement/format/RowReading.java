package cn.suinian.settlement.statement.format;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.holder.District;
import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;
import cn.suinian.settlement.statement.format.StatementLine.Fault;
import cn.suinian.settlement.statement.format.StatementLine.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a row of the texts of its fields. */
final class RowReading {
    private static final int MOST_FEN = 10_000_000;
    private static final int TERMINAL_DIGITS = 12;
    private static final int SEQ_DIGITS = 18;
    private static final int SERIAL_DIGITS = 8;
    private static final int OLDEST_DAYS = 366;
    private static final long MOST_SECONDS_APART = 8L * 86_400;
    private static final int SHOWN = 40;

    private final StatementMapping mapping;
    private final LocalDate day;

    RowReading(StatementMapping mapping, LocalDate day) {
        this.mapping = mapping;
        this.day = day;
    }

    /** Ends the reading of a row. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final StatementField field;
        private final RowProblem problem;
        private final transient String text;

        Wrong(StatementField field, RowProblem problem, String text) {
            super(problem.name(), null, false, false);
            this.field = field;
            this.problem = problem;
            this.text = text;
        }
    }

    StatementLine read(int lineNo, Function<StatementField, @Nullable String> texts) {
        try {
            return row(lineNo, texts);
        } catch (Wrong wrong) {
            String shown = wrong.field == StatementField.CARD ? "" : shown(wrong.text);
            return new Fault(lineNo, mapping.sources().getOrDefault(wrong.field, ""), wrong.problem, shown);
        }
    }

    static String shown(String text) {
        return ShownText.of(text, SHOWN);
    }

    private Row row(int lineNo, Function<StatementField, @Nullable String> texts) {
        String time = need(texts, StatementField.TAPPED_AT);
        Instant tappedAt = mapping.times()
                .instant(time)
                .orElseThrow(() -> new Wrong(StatementField.TAPPED_AT, RowProblem.TIME_UNREADABLE, time));
        LocalDate tapDate = tapDate(texts, tappedAt);
        long begun = tapDate.atStartOfDay(TimeForm.SHENZHEN).toEpochSecond();
        if (Math.abs(tappedAt.getEpochSecond() - begun) > MOST_SECONDS_APART) {
            throw new Wrong(StatementField.TAPPED_AT, RowProblem.TIME_UNREADABLE, time);
        }
        int amount = fen(texts, StatementField.AMOUNT);
        int subsidy = fen(texts, StatementField.SUBSIDY);
        if (subsidy > amount) {
            throw new Wrong(StatementField.SUBSIDY, RowProblem.SUBSIDY_ABOVE_AMOUNT, Integer.toString(subsidy));
        }
        return new Row(
                lineNo,
                tapDate,
                digits(texts, StatementField.TERMINAL, TERMINAL_DIGITS, RowProblem.TERMINAL_UNREADABLE),
                digits(texts, StatementField.TERMINAL_SEQ, SEQ_DIGITS, RowProblem.SEQ_UNREADABLE),
                card(need(texts, StatementField.CARD)),
                tappedAt,
                service(need(texts, StatementField.SERVICE)),
                amount,
                subsidy,
                find(texts, StatementField.EXTRA) == null ? null : fen(texts, StatementField.EXTRA),
                payer(find(texts, StatementField.PAYER)));
    }

    private LocalDate tapDate(Function<StatementField, @Nullable String> texts, Instant tappedAt) {
        String given = find(texts, StatementField.TAP_DATE);
        LocalDate date = given == null
                ? LocalDate.ofInstant(tappedAt, TimeForm.SHENZHEN)
                : mapping.times()
                        .day(given)
                        .orElseThrow(() -> new Wrong(StatementField.TAP_DATE, RowProblem.TIME_UNREADABLE, given));
        StatementField field = given == null ? StatementField.TAPPED_AT : StatementField.TAP_DATE;
        if (date.isAfter(day)) {
            throw new Wrong(field, RowProblem.DATE_AFTER_DAY, date.toString());
        }
        if (date.isBefore(day.minusDays(OLDEST_DAYS))) {
            throw new Wrong(field, RowProblem.DATE_TOO_OLD, date.toString());
        }
        return date;
    }

    private int fen(Function<StatementField, @Nullable String> texts, StatementField field) {
        String text = need(texts, field);
        long fen = mapping.unit().fen(text);
        if (fen < 0) {
            throw new Wrong(field, fen == -2 ? RowProblem.AMOUNT_NEGATIVE : RowProblem.AMOUNT_UNREADABLE, text);
        }
        if (fen > MOST_FEN) {
            throw new Wrong(field, RowProblem.AMOUNT_TOO_LARGE, text);
        }
        return (int) fen;
    }

    private static long digits(
            Function<StatementField, @Nullable String> texts, StatementField field, int most, RowProblem otherwise) {
        String text = need(texts, field);
        if (text.length() > most || !areDigits(text)) {
            throw new Wrong(field, otherwise, text);
        }
        return Long.parseLong(text);
    }

    private static int card(String text) {
        if (text.length() <= SERIAL_DIGITS && areDigits(text)) {
            return Integer.parseInt(text);
        }
        return CardNumber.parse(text)
                .orElseThrow(() -> new Wrong(StatementField.CARD, RowProblem.CARD_UNREADABLE, text))
                .serial();
    }

    private static Service service(String text) {
        for (Service each : Service.values()) {
            if (each.name().equals(text)
                    || text.equals(Integer.toString(each.code()))
                    || text.equals("0" + each.code())) {
                return each;
            }
        }
        throw new Wrong(StatementField.SERVICE, RowProblem.SERVICE_UNKNOWN, text);
    }

    private static @Nullable Payer payer(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.equals("CITY") || text.equals("1")) {
            return Payer.CITY;
        }
        for (District each : District.values()) {
            if (each.name().equals(text) || text.equals(Integer.toString(each.code()))) {
                return Payer.of(each);
            }
        }
        throw new Wrong(StatementField.PAYER, RowProblem.PAYER_UNKNOWN, text);
    }

    private static boolean areDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String need(Function<StatementField, @Nullable String> texts, StatementField field) {
        String text = find(texts, field);
        if (text == null) {
            throw new Wrong(field, RowProblem.FIELD_MISSING, "");
        }
        return text;
    }

    private static @Nullable String find(Function<StatementField, @Nullable String> texts, StatementField field) {
        String text = texts.apply(field);
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > StatementReader.LONGEST_FIELD) {
            throw new Wrong(field, RowProblem.FIELD_TOO_LONG, stripped);
        }
        return stripped.isEmpty() ? null : stripped;
    }
}
