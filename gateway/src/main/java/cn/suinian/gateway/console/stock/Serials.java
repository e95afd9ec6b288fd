package cn.suinian.gateway.console.stock;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.stock.CardRun;
import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Serials of cards as stock keepers type, scan and read them. */
public final class Serials {

    private static final Pattern SERIAL = Pattern.compile("\\d{1,8}");

    private Serials() {}

    /** The serial of a typed one, or of a whole card number that was scanned; empty: neither. */
    public static OptionalInt parse(String text) {
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        if (SERIAL.matcher(digits).matches()) {
            return OptionalInt.of(Integer.parseInt(digits));
        }
        return CardNumber.parse(digits).stream().mapToInt(CardNumber::serial).findFirst();
    }

    /** Eight digits. */
    public static String text(int serial) {
        return String.format(Locale.ROOT, "%08d", serial);
    }

    /** A run, both ends included. */
    public static String text(CardRun run) {
        return text(run.first()) + " – " + text(run.last());
    }
}
