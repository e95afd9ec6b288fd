package cn.suinian.load.reference;

import cn.suinian.load.city.City;
import cn.suinian.load.city.CityCard;
import cn.suinian.load.city.CityTerminal;
import cn.suinian.load.city.WorkCalendar;
import cn.suinian.load.frame.Direction;
import cn.suinian.load.frame.Tac;
import cn.suinian.load.frame.Tap;
import cn.suinian.load.frame.TapContext;
import cn.suinian.load.frame.TapKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges taps in the order in which one holder's taps reach the city. Not for use by several threads. */
public final class Reference {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int YOUNGEST = 60;

    private final Map<String, CityCard> cards;
    private final Map<String, HolderMemory> memories = new HashMap<>();
    private final MealRules mealRules;
    private final Instant arrival;
    private final Duration lateLimit;

    /**
     * @param arrival about when the taps arrive; no tap may be nearer to the late limit than the run is long
     * @param lateLimit how old a tap may be
     */
    public Reference(City city, WorkCalendar calendar, Instant arrival, Duration lateLimit) {
        this.cards = city.cards().stream().collect(Collectors.toMap(CityCard::cardNo, Function.identity()));
        this.mealRules = new MealRules(calendar);
        this.arrival = arrival;
        this.lateLimit = lateLimit;
    }

    /** What a request must be answered whose MAC is wrong. */
    public static Expectation wrongMac() {
        return Expectation.refused(401, 40104);
    }

    /** What a look-up of this tap must be answered now. */
    public Expectation lookUp(CityTerminal sender, Tap tap) {
        HolderMemory memory = memories.get(tap.cardNo());
        HolderMemory.Answered answered = memory == null ? null : memory.findAnswered(key(sender, tap));
        return answered == null ? Expectation.refused(404, 40402) : answered.expectation();
    }

    /** What this tap must be answered, given all that were judged before it. */
    public Expectation judge(CityTerminal sender, Tap tap) {
        if (!sender.kinds().contains(tap.kind())) {
            return Expectation.refused(403, 40302);
        }
        CityCard card = cards.get(tap.cardNo());
        if (card == null) {
            return Expectation.declinedWithoutTrace("CARD_UNKNOWN");
        }
        if (!Tac.of(card.key(), sender.terminalId(), tap).equals(tap.tac())) {
            return Expectation.declinedWithoutTrace("TAC_INVALID");
        }
        HolderMemory memory = memories.computeIfAbsent(card.cardNo(), cardNo -> new HolderMemory(card.counter()));
        HolderMemory.Key key = key(sender, tap);
        HolderMemory.Answered before = memory.findAnswered(key);
        if (before != null) {
            return before.tac().equals(tap.tac()) ? before.expectation() : Expectation.refused(409, 40901);
        }
        Expectation expectation = judgeNew(sender, card, memory, tap);
        memory.remember(key, tap, expectation);
        return expectation;
    }

    private Expectation judgeNew(CityTerminal sender, CityCard card, HolderMemory memory, Tap tap) {
        String counterFault = memory.counterFault(tap.cardCounter());
        if (counterFault != null) {
            return Expectation.declined(counterFault);
        }
        memory.useCounter(tap.cardCounter());
        if (Duration.between(tap.tappedAt().toInstant(), arrival).compareTo(lateLimit) > 0) {
            return Expectation.declined("TAP_TOO_LATE");
        }
        LocalDateTime at = shanghai(tap);
        String personal = personalFault(card, at.toLocalDate());
        return personal == null ? judgeBenefit(sender, card, memory, tap, at) : Expectation.declined(personal);
    }

    private static @Nullable String personalFault(CityCard card, LocalDate day) {
        return switch (card.status()) {
            case "ACTIVE" -> ChronoUnit.YEARS.between(card.bornOn(), day) < YOUNGEST ? "HOLDER_UNDER_AGE" : null;
            case "REPLACED", "CANCELLED", "LOST", "EXPIRED" -> "CARD_" + card.status();
            default -> "CARD_NOT_ACTIVE";
        };
    }

    private Expectation judgeBenefit(
            CityTerminal sender, CityCard card, HolderMemory memory, Tap tap, LocalDateTime at) {
        return switch (tap.kind()) {
            case TRANSIT -> Expectation.ride(tap.amountFen(), journey(memory, tap.context(), at));
            case MEAL -> mealRules.judge(card, at, tap.amountFen(), delivered(tap), memory.lunches);
            case ALLOWANCE -> ErrandRules.check(card, at.toLocalDate());
            case VENUE -> ErrandRules.visit(card, sender.placeKind(), tap.amountFen());
            case VOUCHER ->
                ErrandRules.care(card, sender.placeKind(), tap.amountFen(), at.toLocalDate(), memory.voucherPaidFen);
        };
    }

    /**
     * What the reversal of this tap must be answered now. Halves of metro journeys are not reversed by any plan, so
     * what
     * that does to a journey is not told here.
     */
    public Expectation reverse(CityTerminal sender, Tap tap) {
        HolderMemory memory = memories.get(tap.cardNo());
        HolderMemory.Key key = key(sender, tap);
        HolderMemory.Answered answered = memory == null ? null : memory.findAnswered(key);
        if (memory == null || answered == null) {
            return Expectation.refused(404, 40402);
        }
        Expectation before = memory.findReversed(key);
        if (before != null) {
            return before;
        }
        Expectation was = answered.expectation();
        if (!was.isApproved() || tap.kind() == TapKind.ALLOWANCE) {
            return Expectation.refused(409, 40902);
        }
        Expectation undone = was.reversed(giveBack(memory, tap, was));
        memory.rememberReversal(key, undone);
        return undone;
    }

    /** What is left of the benefit afterwards. */
    private @Nullable Integer giveBack(HolderMemory memory, Tap tap, Expectation was) {
        LocalDate day = shanghai(tap).toLocalDate();
        if (tap.kind() == TapKind.MEAL && was.subsidyFen() > 0) {
            memory.lunches.remove(day);
            return MealRules.leftInWeekOf(day, memory.lunches);
        }
        if (tap.kind() == TapKind.VOUCHER) {
            long paid = memory.voucherPaidFen.merge(YearMonth.from(day), -was.subsidyFen(), Long::sum);
            return Math.toIntExact(ErrandRules.MONTHLY_GRANT_FEN - paid);
        }
        return null;
    }

    private static boolean delivered(Tap tap) {
        TapContext context = tap.context();
        return context != null && context.delivered();
    }

    private static @Nullable String journey(HolderMemory memory, @Nullable TapContext context, LocalDateTime at) {
        Direction direction = context == null ? null : context.direction();
        if (direction == null) {
            throw new IllegalArgumentException("a transit tap says which way it goes");
        }
        return switch (direction) {
            case ENTRY -> memory.journeys.enter(at);
            case EXIT -> memory.journeys.leave(at);
            case BOARD -> null;
        };
    }

    private static HolderMemory.Key key(CityTerminal sender, Tap tap) {
        return new HolderMemory.Key(shanghai(tap).toLocalDate(), sender.terminalId(), tap.terminalSeq());
    }

    private static LocalDateTime shanghai(Tap tap) {
        return tap.tappedAt().atZoneSameInstant(SHANGHAI).toLocalDateTime();
    }
}
