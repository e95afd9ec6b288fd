package cn.suinian.core.authorization.decision;

import cn.suinian.core.authorization.decision.BenefitDecision.Offer;
import cn.suinian.core.authorization.decision.Verdict.Decided;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a card would get for a service here and now. It is decided as a tap would be, on a tap that nobody made, and
 * then forgotten: so a preview and a tap of the same moment cannot disagree, and nothing is used up.
 *
 * @param refused why a tap would be declined now; null when it would be approved
 * @param rule which would count, also when it cannot be used right now; null when none is for this card
 * @param balanceLeft what is left of it, in its own unit; null when nothing runs out
 */
public record Preview(
        Service service,
        @Nullable DeclineReason refused,
        @Nullable BenefitRule rule,
        @Nullable Integer balanceLeft) {

    /** As much as one tap can cost, so that no rule's part of it is too small to show. */
    public static final int LARGE_AMOUNT_FEN = 1_000_000;

    /**
     * Of a card at a terminal.
     *
     * @param cardRefused why every tap of the card would be declined, whatever it is for; null when none would
     * @param services one each for what the terminal offers
     */
    public record OfCard(@Nullable DeclineReason cardRefused, List<Preview> services) {
        public OfCard {
            services = List.copyOf(services);
        }

        /** Of a card that every service refuses alike. */
        public static OfCard refused(DeclineReason reason, List<Service> services) {
            return new OfCard(
                    reason,
                    services.stream()
                            .map(service -> new Preview(service, reason, null, null))
                            .toList());
        }
    }

    /**
     * Where and when somebody asks.
     *
     * @param placeKind what kind of place the terminal stands in; null: nothing is known
     * @param at now, on the clocks of Asia/Shanghai
     * @param instant the same moment
     */
    public record Place(
            long terminalId, int vendorId, @Nullable String placeKind, LocalDateTime at, Instant instant) {}

    /** Whether a rule is for this card, here and today. */
    public boolean entitled() {
        return rule != null;
    }

    /** What a card would get for each of these services. */
    public static OfCard of(Facts facts, int cardSerial, List<Service> services, Place place, Ruling ruling) {
        Tap any = tap(facts, cardSerial, Service.TRANSIT, place);
        CardStanding standing = CardStanding.of(facts.card(cardSerial), any, ruling.limits());
        Optional<DeclineReason> refused = CardChecks.firstRefusal(facts, any, standing, ruling.limits());
        return refused.isPresent()
                ? OfCard.refused(refused.get(), services)
                : new OfCard(
                        null,
                        services.stream()
                                .map(service -> of(facts, tap(facts, cardSerial, service, place), ruling))
                                .toList());
    }

    private static Preview of(Facts facts, Tap tap, Ruling ruling) {
        Decided decided = (Decided) Decider.decide(facts, tap, Prior.ABSENT, ruling);
        Optional<Offer> offer = BenefitDecision.offer(facts, tap, ruling);
        return new Preview(
                tap.service(),
                decided.answer().reason(),
                offer.map(Offer::rule).orElse(null),
                offer.map(Offer::left).orElse(null));
    }

    /** A tap with the next counter of the card, that arrives as it is made. */
    private static Tap tap(Facts facts, int cardSerial, Service service, Place place) {
        LocalDateTime at = place.at.truncatedTo(ChronoUnit.SECONDS);
        Instant instant = place.instant.truncatedTo(ChronoUnit.SECONDS);
        boolean ride = service == Service.TRANSIT;
        return new Tap(
                new TapKey(
                        at.toLocalDate(), place.terminalId, 0, facts.account().holderId()),
                place.vendorId,
                service,
                cardSerial,
                facts.account().counters().high() + 1,
                service == Service.ALLOWANCE ? 0 : LARGE_AMOUNT_FEN,
                at,
                instant,
                instant,
                0,
                place.placeKind,
                new Tap.Context(ride ? Direction.BOARD : null, null, null, null, null));
    }
}
