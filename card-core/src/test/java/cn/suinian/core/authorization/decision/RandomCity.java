package cn.suinian.core.authorization.decision;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;

/** People and taps of all kinds from one seed. Taps crowd around lunch time, so that limits are reached. */
public final class RandomCity {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 9);
    private static final int DAYS = 14;
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final Service[] SERVICES = Service.values();

    private final Random random;
    private long numbers;

    public RandomCity(long seed) {
        this.random = new Random(seed);
    }

    /** Someone; most are ordinary. */
    public Facts someone(long holderId) {
        PersonBuilder person = PersonBuilder.of(holderId).born(FIRST_DAY.minusDays(21_700 + random.nextInt(15_500)));
        if (oneIn(4)) {
            person.noHukou();
        }
        if (oneIn(4)) {
            LocalDate moves = day();
            person.noHukou()
                    .hukou(District.NANSHAN, PersonBuilder.LONG_AGO, moves)
                    .hukou(District.PINGSHAN, moves, null);
        }
        if (oneIn(3)) {
            Category[] all = Category.values();
            person.category(all[random.nextInt(all.length)], PersonBuilder.LONG_AGO, oneIn(2) ? day() : null);
        }
        if (oneIn(12)) {
            person.died(day());
        }
        if (oneIn(8)) {
            CardStatus[] all = CardStatus.values();
            Instant since = at().atZone(TapBuilder.SHANGHAI).toInstant();
            person.card(all[random.nextInt(all.length)], since);
        }
        return person.build();
    }

    /** A tap of this holder with a number and a counter of its own. */
    public Tap tap(long holderId) {
        TapBuilder tap = TapBuilder.of(holderId)
                .number(++numbers)
                .amount(random.nextInt(5) == 0 ? 0 : random.nextInt(4_000))
                .at(at())
                .arrivingAfter(oneIn(3) ? Duration.ofMinutes(random.nextInt(12_000)) : Duration.ofSeconds(1));
        return switch (random.nextInt(10)) {
            case 0 -> tap.service(SERVICES[random.nextInt(SERVICES.length)]).build();
            case 1, 2, 3 ->
                tap.transit(DIRECTIONS[random.nextInt(DIRECTIONS.length)], random.nextInt(1_500))
                        .build();
            default -> tap.build();
        };
    }

    /** The same tap with a counter that was probably used. */
    public Tap replayOf(Tap tap) {
        return TapBuilder.of(tap.key().holderId())
                .number(++numbers)
                .counter(Math.max(1, tap.cardCounter() - random.nextInt(3)))
                .amount(tap.amountFen())
                .at(tap.at())
                .build();
    }

    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private LocalDateTime at() {
        int minute = oneIn(4) ? random.nextInt(1_440) : 620 + random.nextInt(200);
        return day().atStartOfDay().plusMinutes(minute).plusSeconds(random.nextInt(60));
    }
}
