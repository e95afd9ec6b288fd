package cn.suinian.core.authorization.decision;

import cn.suinian.core.terminal.Terminal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tap is called on receipts, in statements and in addresses, as in {@code 20261123-440300010007-99-ede267b1}:
 * its date, terminal and sequence are its key, the TAC tells two holders apart. It names nobody.
 *
 * @param tacHead the first four bytes of the TAC as an unsigned number
 */
public record TapId(LocalDate tapDate, long terminalId, long terminalSeq, long tacHead) {

    private static final Pattern FORM = Pattern.compile("([0-9]{8})-([0-9]{12})-([1-9][0-9]{0,9})-([0-9a-f]{8})");

    /** Of a tap with this TAC. */
    public static TapId of(LocalDate tapDate, long terminalId, long terminalSeq, long tac) {
        return new TapId(tapDate, terminalId, terminalSeq, tac >>> 32);
    }

    /** Of a stored tap. */
    public static TapId of(StoredTap tap) {
        return of(tap.key().tapDate(), tap.key().terminalId(), tap.key().terminalSeq(), tap.tac());
    }

    /** Reads one; empty when the text is none. */
    public static Optional<TapId> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TapId(
                    LocalDate.parse(parts.group(1), DateTimeFormatter.BASIC_ISO_DATE),
                    Long.parseLong(parts.group(2)),
                    Long.parseLong(parts.group(3)),
                    Long.parseLong(parts.group(4), 16)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return tapDate.format(DateTimeFormatter.BASIC_ISO_DATE)
                + '-'
                + Terminal.digits(terminalId)
                + '-'
                + terminalSeq
                + '-'
                + String.format(Locale.ROOT, "%08x", tacHead);
    }
}
