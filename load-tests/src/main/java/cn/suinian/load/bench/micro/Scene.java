package cn.suinian.load.bench.micro;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Period;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** A holder of 76 from Futian on a Wednesday: an active card, forty taps before, lunches on Monday and Tuesday. */
final class Scene {
    static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
    static final int CARD_SERIAL = 20_004_711;
    static final int CARD_COUNTER = 41;
    static final long TERMINAL = 440_390_000_001L;
    static final long TERMINAL_SEQ = 90_210;
    static final int FARE_FEN = 200;
    static final long DENYLIST = 1_042;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long HOLDER = 20_004_711;
    private static final LocalDateTime NOON = WEDNESDAY.atTime(12, 5, 33);
    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);
    private static final long FORTY_TAPS = (1L << 40) - 1;

    private Scene() {}

    /** What is known of the holder. */
    static Facts facts() {
        Holder holder = new Holder(
                LocalDate.of(1950, 5, 1), null, List.of(new Period<>(District.FUTIAN, LONG_AGO, null)), List.of());
        Stood active = new Stood(CardStatus.ACTIVE, 0, false, 0, 0);
        Card card = new Card(CARD_SERIAL, CardStatus.ACTIVE, List.of(active), LocalDate.of(2036, 1, 1));
        Account account = Account.unused(HOLDER, CARD_SERIAL)
                .withCounters(new ReplayWindow(CARD_COUNTER - 1, FORTY_TAPS))
                .withMeals(MealDays.NONE.with(WEDNESDAY.minusDays(2)).with(WEDNESDAY.minusDays(1)));
        return new Facts(account, holder, List.of(card));
    }

    /** The same once the holder has entered the metro half an hour before noon. */
    static Facts factsAfterEntry() {
        Facts facts = facts();
        long at = instant(NOON.minusMinutes(30)).getEpochSecond();
        return facts.with(
                facts.account().withHalf(new JourneyHalf(JourneyHalf.Kind.ENTRY, at, TERMINAL + 1, TERMINAL_SEQ)));
    }

    /** A bus ride. */
    static Tap busRide() {
        return tap(Service.TRANSIT, FARE_FEN, new Tap.Context(Direction.BOARD, "M433", "科技园", "粤BU2313", DENYLIST));
    }

    /** The exit of a metro journey. */
    static Tap metroExit() {
        return tap(Service.TRANSIT, 500, new Tap.Context(Direction.EXIT, "1", "世界之窗", null, DENYLIST));
    }

    /** A lunch for 18 yuan, of which the district pays five. */
    static Tap lunch() {
        return tap(Service.MEAL, 1_800, new Tap.Context(null, null, null, null, DENYLIST));
    }

    private static Tap tap(Service service, int amountFen, Tap.Context context) {
        Instant tappedAt = instant(NOON);
        return new Tap(
                new TapKey(WEDNESDAY, TERMINAL, TERMINAL_SEQ, HOLDER),
                1,
                service,
                CARD_SERIAL,
                CARD_COUNTER,
                amountFen,
                NOON,
                tappedAt,
                tappedAt.plusMillis(180),
                0x1234_5678_9abc_def0L,
                null,
                context);
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(SHANGHAI).toInstant();
    }
}
