package cn.suinian.gateway.console.today;

import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.entitlement.policy.JourneyPairing.Outcome;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import java.time.Duration;

/**
 * One of the latest taps in words.
 *
 * @param path of the page that explains it
 * @param later when it arrived, if that was minutes after it was made; else empty
 * @param cardIssuer the first eight digits of the masked card number; a line may break after them
 * @param cardRest the rest of it, stars and the last four digits; the whole number is never on a page
 * @param outcome approved, or the reason it was declined
 * @param undone that it was reversed since; empty when it stands
 * @param journey what a transit tap meant; else empty
 */
public record TapRow(
        String path,
        String time,
        String later,
        String service,
        String vendor,
        String cardIssuer,
        String cardRest,
        String amount,
        String subsidy,
        boolean approved,
        String outcome,
        String undone,
        String journey) {

    /** A tap that took longer than this was stored by its terminal and sent later (docs/protocol.md, "Offline"). */
    private static final Duration ONLINE = Duration.ofMinutes(5);

    private static final int ISSUER_DIGITS = 8;

    static TapRow of(LatestTap tap, Language language) {
        boolean stored = Duration.between(tap.tappedAt(), tap.receivedAt()).compareTo(ONLINE) > 0;
        boolean approved = tap.reason() == 0;
        String masked = tap.card().masked();
        return new TapRow(
                "/taps/" + tap.id(),
                Figures.time(tap.tappedAt()),
                stored ? TodayText.SENT_LATER.in(language, Figures.time(tap.receivedAt())) : "",
                Names.service(tap.service(), language),
                tap.vendor(),
                masked.substring(0, ISSUER_DIGITS),
                masked.substring(ISSUER_DIGITS),
                Figures.yuan(tap.amountFen()),
                Figures.yuan(tap.subsidyFen()),
                approved,
                approved
                        ? TodayText.APPROVED.in(language)
                        : ReasonText.of(tap.reason()).title().in(language),
                tap.undone() ? TodayText.UNDONE.in(language) : "",
                journey(tap, language));
    }

    private static String journey(LatestTap tap, Language language) {
        if (tap.journey() != 0) {
            return text(Outcome.ofCode(tap.journey())).in(language);
        }
        boolean boarded = tap.direction() != null && tap.direction() == Direction.BOARD.code() && tap.reason() == 0;
        return boarded ? TodayText.BOARDED.in(language) : "";
    }

    private static TodayText text(Outcome outcome) {
        return switch (outcome) {
            case OPENED -> TodayText.ENTERED;
            case COMPLETED -> TodayText.COMPLETED;
            case ENTRY_MISSING -> TodayText.ENTRY_MISSING;
        };
    }
}
