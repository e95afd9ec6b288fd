package cn.suinian.gateway.console.payout;

import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.FieldRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.payout.word.Elsewhere;
import cn.suinian.gateway.console.payout.word.Link;
import cn.suinian.gateway.console.payout.word.Payers;
import cn.suinian.settlement.payout.Payment;
import cn.suinian.settlement.payout.PayoutBatch;
import cn.suinian.settlement.payout.policy.Withholding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States, reasons and changes of payments in words. */
public final class PayoutWords {

    private static final Pattern MONEY = Pattern.compile("(-?[0-9]{1,18}) fen");
    private static final Pattern ACCOUNT = Pattern.compile("account [0-9]{1,18}");
    private static final Pattern WITHHELD = Pattern.compile("withheld: ([A-Z_ ]+)");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern HOLD = Pattern.compile("hold:([0-9]{1,18})");
    private static final Pattern RETURN = Pattern.compile("payment:([0-9]{1,18})");
    private static final Pattern BREAKS = Pattern.compile("breaks:([A-Z]+)");

    private PayoutWords() {}

    static PayoutText of(PayoutBatch.State state) {
        return switch (state) {
            case PREPARED -> PayoutText.PREPARED;
            case APPROVED -> PayoutText.APPROVED;
            case SENT -> PayoutText.SENT;
            case CANCELLED -> PayoutText.CANCELLED;
        };
    }

    static String tone(PayoutBatch.State state) {
        return switch (state) {
            case PREPARED, APPROVED -> "wait";
            case SENT -> "good";
            case CANCELLED -> "over";
        };
    }

    static List<Option> states(Language language) {
        return Arrays.stream(PayoutBatch.State.values())
                .map(state -> new Option(state.name(), of(state).in(language)))
                .toList();
    }

    /** What became of a payment. */
    public static PayoutText of(Payment payment) {
        return switch (payment.state()) {
            case PLANNED -> PayoutText.PLANNED;
            case CANCELLED -> PayoutText.PAYMENT_CANCELLED;
            case ORDERED -> PayoutText.ORDERED;
            case ACCEPTED -> payment.settled() ? PayoutText.SETTLED : PayoutText.ACCEPTED;
            case REJECTED -> PayoutText.REJECTED;
            case RETURNED -> PayoutText.RETURNED;
        };
    }

    static String tone(Payment payment) {
        return switch (payment.state()) {
            case PLANNED, ORDERED -> "wait";
            case CANCELLED -> "over";
            case ACCEPTED -> "good";
            case REJECTED, RETURNED -> "bad";
        };
    }

    static PayoutText of(Withholding why) {
        return switch (why) {
            case DAY_NOT_APPROVED -> PayoutText.WHY_DAY;
            case NOT_LOOKED_AT -> PayoutText.WHY_LOOK;
            case HELD -> PayoutText.WHY_HELD;
            case NOT_COMPARED -> PayoutText.WHY_COMPARED;
            case OPEN_BREAKS -> PayoutText.WHY_BREAKS;
            case RETURN_OPEN -> PayoutText.WHY_RETURN;
            case ACCOUNT_CHANGE_WAITING -> PayoutText.WHY_CHANGE;
            case ACCOUNT_MISSING -> PayoutText.WHY_ACCOUNT;
            case OWED_BACK -> PayoutText.WHY_OWED;
        };
    }

    /** What holds a vendor, and where it stands. */
    static List<Link> links(Withholding why, String detail, int vendorId, Language language) {
        String account = "/payouts/accounts/vendors/" + vendorId;
        return switch (why) {
            case DAY_NOT_APPROVED, NOT_LOOKED_AT, HELD, RETURN_OPEN -> details(detail, language);
            case NOT_COMPARED -> comparisons(detail, vendorId);
            case OPEN_BREAKS -> breaks(detail, vendorId, language);
            case ACCOUNT_CHANGE_WAITING, ACCOUNT_MISSING ->
                List.of(new Link(PayoutText.SEE_ACCOUNT.in(language), account));
            case OWED_BACK -> List.of();
        };
    }

    private static List<Link> comparisons(String detail, int vendorId) {
        return Stream.of(detail.split(" ", -1))
                .filter(day -> DAY.matcher(day).matches())
                .map(day -> new Link(day, "/reconciliation/days/" + day + "/" + vendorId))
                .toList();
    }

    private static List<Link> details(String detail, Language language) {
        List<Link> links = new ArrayList<>();
        for (String word : detail.split(" ", -1)) {
            Matcher hold = HOLD.matcher(word);
            Matcher returned = RETURN.matcher(word);
            if (hold.matches()) {
                links.add(new Link(PayoutText.HOLD_NO.in(language, hold.group(1)), Elsewhere.hold(hold.group(1))));
            } else if (returned.matches()) {
                String no = returned.group(1);
                links.add(new Link(
                        PayoutText.RETURN_NO.in(language, Payment.id(Long.parseLong(no))), "/payouts/returns/" + no));
            } else if (DAY.matcher(word).matches()) {
                links.add(new Link(word, Elsewhere.day(LocalDate.parse(word))));
            } else if (!word.isEmpty()) {
                links.add(Link.of(word));
            }
        }
        return links;
    }

    private static List<Link> breaks(String detail, int vendorId, Language language) {
        List<Link> links = new ArrayList<>();
        Matcher money = MONEY.matcher(detail);
        if (money.find()) {
            links.add(Link.of(PayoutText.AT_RISK.in(language, Figures.yuan(Long.parseLong(money.group(1))))));
        }
        String payers = BREAKS.matcher(detail)
                .results()
                .map(each -> Payers.name(each.group(1), language))
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
        String label = PayoutText.SEE_BREAKS.in(language) + (payers.isEmpty() ? "" : "（" + payers + "）");
        links.add(new Link(label, Elsewhere.breaksOf(vendorId)));
        return links;
    }

    /** What is wrong with an act, with what changed meanwhile payment by payment. */
    static Problems problems(RefusedException refused) {
        Problems problems = Problems.of(refused);
        for (FieldRefusal each : refused.all()) {
            for (Map.Entry<String, String> detail : new TreeMap<>(each.details()).entrySet()) {
                String[] sides = detail.getValue().split(" -> ", 2);
                if (sides.length == 2) {
                    problems = problems.and(
                            null,
                            change(detail.getKey(), sides, Language.ZH),
                            change(detail.getKey(), sides, Language.EN));
                }
            }
        }
        return problems;
    }

    /** The account of a vendor, or of the payer, is another; its number of a version would tell nobody anything. */
    private static String change(String whose, String[] sides, Language language) {
        if (ACCOUNT.matcher(sides[0]).matches()) {
            String payer = Payers.name(whose, language);
            String owner = payer.equals(whose) ? PayoutText.CHANGE_VENDOR.in(language, whose) : payer;
            return PayoutText.CHANGED_ACCOUNT.in(language, owner);
        }
        return PayoutText.CHANGE_OF.in(language, whose, side(sides[0], language), side(sides[1], language));
    }

    private static String side(String text, Language language) {
        Matcher money = MONEY.matcher(text);
        if (money.matches()) {
            return PayoutText.CHANGE_MONEY.in(language, Figures.yuan(Long.parseLong(money.group(1))));
        }
        Matcher withheld = WITHHELD.matcher(text);
        return withheld.matches()
                ? PayoutText.CHANGE_WITHHELD.in(language, reasons(withheld.group(1), language))
                : text;
    }

    private static String reasons(String codes, Language language) {
        return Arrays.stream(codes.split(" ", -1))
                .map(code -> of(Withholding.valueOf(code)))
                .map((Phrase phrase) -> phrase.in(language))
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    }

    /** A payer's name. */
    static String of(Payer payer, Language language) {
        return Payers.name(payer, language);
    }
}
