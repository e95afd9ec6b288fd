package cn.suinian.gateway.console.payout.statement;

import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.payout.word.Elsewhere;
import cn.suinian.gateway.console.payout.word.Link;
import cn.suinian.gateway.console.payout.word.Payers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an entry of the journal is about, in words, and where that is. */
public final class References {
    private static final Pattern ABOUT =
            Pattern.compile("(break|payment|flag|finding):([0-9]{1,18})(?:[:/][0-9]{1,9})?");
    private static final Pattern ALLOWANCE = Pattern.compile("allowance:([0-9-]{7}):([A-Z]+)(:returned)?");
    private static final Pattern CLAIM = Pattern.compile("allowance-claim:([0-9]{1,18}):[0-9]{1,18}:([0-9-]{7})");

    private References() {}

    /** One that is none of these keeps its text. */
    public static Link of(String reference, Language language) {
        Matcher about = ABOUT.matcher(reference);
        if (about.matches()) {
            String number = about.group(2);
            return switch (about.group(1)) {
                case "break" -> new Link(StatementText.BREAK_NO.in(language, number), Elsewhere.aBreak(number));
                case "payment" ->
                    new Link(StatementText.PAYMENT_NUMBER.in(language, number), Elsewhere.payment(number));
                default -> new Link(StatementText.FLAG_NO.in(language, number), Elsewhere.flag(about.group(1), number));
            };
        }
        Matcher allowance = ALLOWANCE.matcher(reference);
        if (allowance.matches()) {
            String payer = Payers.name(allowance.group(2), language);
            return Link.of(StatementText.ALLOWANCE_OF.in(language, allowance.group(1), payer));
        }
        Matcher claim = CLAIM.matcher(reference);
        return Link.of(
                claim.matches() ? StatementText.CLAIM_OF.in(language, claim.group(1), claim.group(2)) : reference);
    }
}
