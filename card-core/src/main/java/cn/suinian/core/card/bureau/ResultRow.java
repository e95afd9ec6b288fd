package cn.suinian.core.card.bureau;

import cn.suinian.core.card.CardNumber;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the bureau says of one card.
 *
 * @param reason why it failed; null for a made one
 * @param chipSerial of the chip inside, where it says so
 */
record ResultRow(
        int line,
        int serial,
        boolean made,
        @Nullable String reason,
        @Nullable String chipSerial) {

    private static final Pattern CHIP = Pattern.compile("[0-9A-F]{8,32}");
    private static final int LONGEST_REASON = 200;
    private static final String NO_REASON = "no reason given";

    /** Either a row or what is wrong with the line. */
    record Read(@Nullable ResultRow row, RowFault.@Nullable Problem problem) {
        static Read wrong(RowFault.Problem problem) {
            return new Read(null, problem);
        }
    }

    /** Reads a line's values by the names of their columns. */
    static Read of(int line, Map<String, String> values) {
        Optional<CardNumber> number = CardNumber.parse(value(values, "cardNo"));
        if (number.isEmpty()) {
            return Read.wrong(RowFault.Problem.CARD_NUMBER);
        }
        String status = value(values, "status").toUpperCase(Locale.ROOT);
        if (!status.equals("OK") && !status.equals("FAILED")) {
            return Read.wrong(RowFault.Problem.STATUS);
        }
        String chip = value(values, "chipSerial").toUpperCase(Locale.ROOT);
        if (!chip.isEmpty() && !CHIP.matcher(chip).matches()) {
            return Read.wrong(RowFault.Problem.CHIP_SERIAL);
        }
        boolean made = status.equals("OK");
        return new Read(
                new ResultRow(
                        line,
                        number.get().serial(),
                        made,
                        made ? null : reason(value(values, "reason")),
                        made && !chip.isEmpty() ? chip : null),
                null);
    }

    private static String value(Map<String, String> values, String name) {
        return values.getOrDefault(name, "").strip();
    }

    private static String reason(String given) {
        StringBuilder kept = new StringBuilder();
        given.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST_REASON / 2)
                .forEach(kept::appendCodePoint);
        return kept.isEmpty() ? NO_REASON : kept.toString();
    }
}
