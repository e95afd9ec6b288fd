package cn.suinian.load.replay;

import cn.suinian.load.frame.Direction;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;

/**
 * One record as it stands in the file.
 *
 * @param number of the record, from 1
 * @param values by field name; a field without a value is not there
 */
record FileRecord(int number, Map<String, String> values) {
    /** Without these no tap can be made. */
    static final List<String> NEEDED =
            List.of("deal_date", "card_no", "deal_value", "deal_type", "company_name", "equ_no");

    private static final DateTimeFormatter DEAL_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final int LARGEST_AMOUNT_FEN = 1_000_000;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_STATION = 64;
    private static final int TERMINAL_DIGITS = 12;

    /** A value that makes no sense; the message names the field and shows the value. */
    static final class BadValueException extends Exception {
        private static final long serialVersionUID = 1L;

        BadValueException(String field, String value, String wanted) {
            super("%s is '%s', not %s".formatted(field, value, wanted));
        }
    }

    String company() {
        return values.getOrDefault("company_name", "");
    }

    /** The amount for the totals, 0 when it cannot be read. */
    long readableAmountFen() {
        String value = values.getOrDefault("deal_value", "");
        return value.matches("-?\\d{1,15}") ? Long.parseLong(value) : 0;
    }

    /** The tap this record tells of. All of {@link #NEEDED} must be there. */
    FileTap tap() throws BadValueException {
        return new FileTap(
                number,
                dealDate(),
                value("card_no"),
                atMost(LONGEST_NAME, "company_name").intern(),
                terminalId().intern(),
                direction(),
                amountFen(),
                atMost(LONGEST_STATION, "station").intern(),
                atMost(LONGEST_NAME, "car_no").intern());
    }

    private LocalDateTime dealDate() throws BadValueException {
        try {
            return LocalDateTime.parse(value("deal_date"), DEAL_DATE);
        } catch (DateTimeParseException e) {
            throw bad("deal_date", "a date and time like 2018-09-01 05:28:02");
        }
    }

    private Direction direction() throws BadValueException {
        return switch (value("deal_type")) {
            case "地铁入站" -> Direction.ENTRY;
            case "地铁出站" -> Direction.EXIT;
            case "巴士" -> Direction.BOARD;
            default -> throw bad("deal_type", "地铁入站, 地铁出站 or 巴士");
        };
    }

    private long amountFen() throws BadValueException {
        String value = value("deal_value");
        if (!value.matches("\\d{1,7}") || Long.parseLong(value) > LARGEST_AMOUNT_FEN) {
            throw bad("deal_value", "an amount of 0 to 1000000 fen");
        }
        return Long.parseLong(value);
    }

    private String terminalId() throws BadValueException {
        String value = value("equ_no");
        if (!value.matches("\\d{1,12}")) {
            throw bad("equ_no", "a number of up to 12 digits");
        }
        return "0".repeat(TERMINAL_DIGITS - value.length()) + value;
    }

    private String atMost(int length, String field) throws BadValueException {
        if (value(field).length() > length) {
            throw bad(field, "at most " + length + " characters");
        }
        return value(field);
    }

    private BadValueException bad(String field, String wanted) {
        return new BadValueException(field, value(field), wanted);
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
