package cn.suinian.core.simulation;

import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.authorization.decision.Tap;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people, the plastic in their pockets, the terminals, and the taps they make together. */
final class City {

    static final String POISON = "POISON";

    private static final String HOME = "HOME_CARE";
    private static final String INSTITUTION = "CARE_INSTITUTION";
    private static final int TERMINALS = 12;
    private static final int MOST_TERMINAL_SKEW_SECONDS = 120;
    private static final List<String> PLACES = List.of(
            "", "", "", "PARK", "SPORTS", Rules.BATH, Rules.BATH, "HOSPITAL_PRIORITY", HOME, HOME, INSTITUTION, "");
    private static final List<Service> ASKED = List.of(
            Service.MEAL,
            Service.MEAL,
            Service.MEAL,
            Service.MEAL,
            Service.TRANSIT,
            Service.TRANSIT,
            Service.TRANSIT,
            Service.ALLOWANCE,
            Service.VENUE,
            Service.VOUCHER);

    /** A card as it lies in a hand: it counts its taps and knows nothing of its status. */
    private static final class Plastic {
        final int serial;
        final long holderId;
        long counter;
        boolean riding;

        Plastic(int serial, long holderId) {
            this.serial = serial;
            this.holderId = holderId;
        }
    }

    private static final class Terminal {
        final long id;
        final int vendorId;
        final int skewSeconds;
        final @Nullable String place;
        long held;
        long seq;

        Terminal(int number, int skewSeconds) {
            this.id = 440_300_010_000L + number;
            this.vendorId = 1 + number % 5;
            this.skewSeconds = skewSeconds;
            this.place = PLACES.get(number % PLACES.size()).isEmpty() ? null : PLACES.get(number % PLACES.size());
        }
    }

    private final Dice dice;
    private final Wall wall;
    private final Temper temper;
    private final Denylist denylist;
    private final Counts counts;
    private final List<List<Plastic>> pockets = new ArrayList<>();
    private final List<Terminal> terminals = new ArrayList<>();
    private int jobs;

    City(Dice dice, Wall wall, Temper temper, Denylist denylist, Counts counts) {
        this.denylist = denylist;
        this.dice = dice;
        this.wall = wall;
        this.temper = temper;
        this.counts = counts;
        for (int number = 1; number <= TERMINALS; number++) {
            int most = temper.skewedClocks ? MOST_TERMINAL_SKEW_SECONDS : 0;
            terminals.add(new Terminal(number, dice.between(-most, most)));
        }
    }

    /** Someone with a first card; most are ordinary. */
    Facts newcomer(long holderId) {
        LocalDate today = wall.now().toLocalDate();
        PersonBuilder person = PersonBuilder.of(holderId).born(bornOn(today));
        if (dice.oneIn(5)) {
            person.noHukou();
        }
        if (dice.oneIn(4)) {
            LocalDate moves = today.plusDays(dice.between(-8, 12));
            person.noHukou().hukou(district(), PersonBuilder.LONG_AGO, moves).hukou(district(), moves, null);
        }
        if (dice.oneIn(3)) {
            person.category(Category.MODERATELY_DISABLED, PersonBuilder.LONG_AGO, null);
        }
        if (dice.oneIn(2)) {
            Instant from = today.plusDays(dice.between(-9, 9))
                    .atTime(12, 0)
                    .atZone(TapBuilder.SHANGHAI)
                    .toInstant();
            person.attested(Rules.HEALTH_CODE, from, from.plus(Duration.ofHours(dice.between(24, 600))));
        }
        if (dice.oneIn(3)) {
            LocalDate ends = today.plusDays(dice.between(-2, 12));
            person.category(dice.pick(List.of(Category.values())), PersonBuilder.LONG_AGO, dice.oneIn(2) ? ends : null);
        }
        if (dice.oneIn(12)) {
            person.card(CardStatus.ACTIVE, Instant.EPOCH, today.plusDays(dice.between(-2, 10)));
        }
        List<Plastic> pocket = new ArrayList<>();
        pocket.add(new Plastic(PersonBuilder.cardOf(holderId), holderId));
        pockets.add(pocket);
        return person.build();
    }

    private District district() {
        return dice.oneIn(3) ? District.LONGGANG : dice.pick(List.of(District.values()));
    }

    private LocalDate bornOn(LocalDate today) {
        int age = dice.pick(60, 65, 70, 75, 80, 99, 100, 104);
        return today.minusYears(age).plusDays(dice.oneIn(4) ? dice.between(-3, 10) : -dice.below(360));
    }

    /** A new card in the pocket of somebody who has some. */
    void handOver(long holderId, int serial) {
        pockets.get(Math.toIntExact(holderId - 1)).add(new Plastic(serial, holderId));
    }

    /** Somebody taps now. */
    Job tap() {
        List<Plastic> pocket = pockets.get(dice.skewed(pockets.size()));
        Plastic card = dice.oneIn(12) ? dice.pick(pocket) : pocket.get(pocket.size() - 1);
        Terminal terminal = dice.pick(terminals);
        if (dice.oneIn(400)) {
            counts.add(Fault.SEQUENCE_REUSED);
            terminal.seq = 0;
        }
        card.counter += dice.oneIn(150) ? dice.between(2, 90) : 1;
        LocalDateTime at = wall.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(terminal.skewSeconds);
        Service service = service(terminal);
        boolean poison = dice.permille(temper.poisonPermille);
        if (poison) {
            counts.add(Fault.POISON);
        }
        TapBuilder tap = TapBuilder.of(card.holderId)
                .card(card.serial)
                .terminal(terminal.id)
                .seq(++terminal.seq)
                .counter(card.counter)
                .tac(Dice.mixed(jobs))
                .at(at)
                .arrivingAfter(Duration.ZERO)
                .service(service)
                .place(terminal.place)
                .amount(service == Service.TRANSIT ? 0 : price(service));
        if (service == Service.MEAL && dice.oneIn(4)) {
            tap.delivered();
        }
        if (service == Service.TRANSIT) {
            transit(tap, card);
        }
        Tap made = tap.build();
        return job(vendored(made, terminal.vendorId, held(terminal), poison));
    }

    /** Mostly what the place is for; anything may be asked anywhere. */
    private Service service(Terminal terminal) {
        if (terminal.place == null || dice.oneIn(3)) {
            return dice.pick(ASKED);
        }
        return terminal.place.equals(HOME) || terminal.place.equals(INSTITUTION) ? Service.VOUCHER : Service.VENUE;
    }

    /** What the terminal says of its denylist: most are up to date, some are days behind, some say nothing. */
    private @Nullable Long held(Terminal terminal) {
        if (dice.oneIn(6)) {
            terminal.held = denylist.head();
        }
        return dice.oneIn(5) ? null : Long.valueOf(terminal.held);
    }

    private int price(Service service) {
        if (service == Service.VOUCHER) {
            return dice.oneIn(10) ? dice.below(3) : dice.between(50, 900) * 100;
        }
        return dice.oneIn(20) ? 0 : dice.between(1, 35) * 100 + dice.below(100);
    }

    private void transit(TapBuilder tap, Plastic card) {
        if (dice.oneIn(3)) {
            tap.transit(Direction.BOARD, dice.pick(100, 200, 250));
        } else {
            boolean forgotten = dice.oneIn(6);
            boolean exit = card.riding != forgotten;
            tap.transit(exit ? Direction.EXIT : Direction.ENTRY, exit ? dice.between(2, 14) * 100 : 0);
            card.riding = !exit;
        }
    }

    /** Another tap under the same key: another amount, another counter, another TAC. */
    Job forgedKey(Job original) {
        Tap tap = original.content;
        counts.add(Fault.FORGED_KEY);
        return job(new Tap(
                tap.key(),
                tap.vendorId(),
                tap.service(),
                tap.cardSerial(),
                tap.cardCounter() + dice.between(0, 3),
                tap.amountFen() + dice.between(0, 500),
                tap.at(),
                tap.tappedAt(),
                tap.receivedAt(),
                Dice.mixed(jobs),
                tap.placeKind(),
                tap.context()));
    }

    /** The counter of one tap in another, at another terminal. */
    Job forgedCounter(Job original) {
        Tap tap = original.content;
        Terminal terminal = dice.pick(terminals);
        counts.add(Fault.FORGED_COUNTER);
        return job(new Tap(
                new TapKey(
                        tap.key().tapDate(),
                        terminal.id,
                        ++terminal.seq,
                        tap.key().holderId()),
                terminal.vendorId,
                tap.service(),
                tap.cardSerial(),
                tap.cardCounter(),
                tap.amountFen(),
                tap.at(),
                tap.tappedAt(),
                tap.receivedAt(),
                Dice.mixed(jobs),
                tap.placeKind(),
                tap.context()));
    }

    private Job job(Tap content) {
        return new Job(jobs++, content, wall.now());
    }

    private static Tap vendored(Tap tap, int vendorId, @Nullable Long held, boolean poison) {
        Tap.Context where = tap.context();
        return new Tap(
                tap.key(),
                vendorId,
                tap.service(),
                tap.cardSerial(),
                tap.cardCounter(),
                tap.amountFen(),
                tap.at(),
                tap.tappedAt(),
                tap.receivedAt(),
                tap.tac(),
                tap.placeKind(),
                new Tap.Context(where.direction(), null, null, poison ? POISON : null, held, where.delivered()));
    }
}
