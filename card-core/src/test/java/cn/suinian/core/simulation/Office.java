package cn.suinian.core.simulation;

import cn.suinian.core.authorization.ModelDatabase;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.authorization.decision.PersonBuilder;
import cn.suinian.core.authorization.decision.TapBuilder;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counters and clerks: they change people while their taps are under way. */
final class Office {

    private static final List<Fault> CHANGES = List.of(
            Fault.CARD_LOST,
            Fault.CARD_LOST,
            Fault.CARD_FOUND,
            Fault.CARD_REPLACED,
            Fault.CARD_OTHERWISE,
            Fault.CATEGORY,
            Fault.HUKOU,
            Fault.DIED,
            Fault.UNDIED);

    private final ModelDatabase database;
    private final City city;
    private final Denylist denylist;
    private final Dice dice;
    private final Wall wall;
    private final Trace trace;
    private final Counts counts;
    private int newCards;

    Office(ModelDatabase database, City city, Denylist denylist, Dice dice, Wall wall, Trace trace, Counts counts) {
        this.denylist = denylist;
        this.database = database;
        this.city = city;
        this.dice = dice;
        this.wall = wall;
        this.trace = trace;
        this.counts = counts;
    }

    /** Changes somebody in some way, if that way is open to them. Whoever is stuck is helped first. */
    void changeSomebody(int holders) {
        long holderId = 1L + dice.skewed(holders);
        Facts facts = database.facts(holderId);
        CardStatus status = newest(facts).status();
        Fault drawn = dice.pick(CHANGES);
        Fault help = status == CardStatus.LOST ? Fault.CARD_FOUND : Fault.CARD_REPLACED;
        Fault change = status != CardStatus.ACTIVE && !dice.oneIn(3) ? help : drawn;
        Facts next = changed(facts, change);
        if (next != null) {
            counts.add(change);
            trace.say(() -> "counter: holder " + holderId + ": " + change.what());
            database.change(holderId, any -> next);
        }
    }

    private @Nullable Facts changed(Facts facts, Fault change) {
        CardStatus status = newest(facts).status();
        return switch (change) {
            case CARD_LOST -> status == CardStatus.ACTIVE ? withStatus(facts, CardStatus.LOST) : null;
            case CARD_FOUND -> status == CardStatus.LOST ? withStatus(facts, CardStatus.ACTIVE) : null;
            case CARD_REPLACED -> replaced(facts);
            case CARD_OTHERWISE -> otherwise(facts, status);
            case CATEGORY -> with(facts, category(facts.holder()));
            case HUKOU -> with(facts, moved(facts.holder()));
            case DIED -> dice.oneIn(3) ? with(facts, died(facts.holder(), today().minusDays(dice.below(4)))) : null;
            case UNDIED -> facts.holder().deceasedOn() == null ? null : with(facts, died(facts.holder(), null));
            default -> throw new AssertionError(change + " is no change of a person");
        };
    }

    private @Nullable Facts otherwise(Facts facts, CardStatus status) {
        if (status == CardStatus.ISSUED) {
            return withStatus(facts, CardStatus.ACTIVE);
        }
        if (status != CardStatus.ACTIVE || !dice.oneIn(3)) {
            return null;
        }
        return withStatus(facts, dice.oneIn(2) ? CardStatus.CANCELLED : CardStatus.ISSUED);
    }

    private Facts withStatus(Facts facts, CardStatus status) {
        List<Card> cards = new ArrayList<>(facts.cards());
        Card card = cards.get(cards.size() - 1);
        cards.set(cards.size() - 1, now(card, status));
        return new Facts(facts.account(), facts.holder(), cards);
    }

    private Facts replaced(Facts facts) {
        int serial = 5_000_001 + newCards++;
        List<Card> cards = new ArrayList<>();
        for (Card old : facts.cards()) {
            boolean already = old.status() == CardStatus.REPLACED || old.status() == CardStatus.CANCELLED;
            cards.add(already ? old : now(old, CardStatus.REPLACED));
        }
        cards.add(PersonBuilder.card(serial, CardStatus.ACTIVE, now(), LocalDate.of(2036, 1, 1)));
        city.handOver(facts.account().holderId(), serial);
        return new Facts(PersonBuilder.renewed(facts, serial).account(), facts.holder(), cards);
    }

    /** The card with a new status, which sometimes is said to have begun before it was recorded. */
    private Card now(Card card, CardStatus status) {
        boolean stops = status != CardStatus.ACTIVE && status != CardStatus.ISSUED;
        long version = stops ? denylist.list(card.serial()) : denylist.strike(card.serial());
        List<Stood> history = new ArrayList<>(card.history());
        history.add(new Stood(status, now() - (dice.oneIn(4) ? dice.below(150_000) : 0), stops, version, now()));
        return new Card(card.serial(), status, history, card.expiresOn());
    }

    private Holder category(Holder old) {
        List<Period<Category>> periods = new ArrayList<>();
        boolean ended = false;
        for (Period<Category> period : old.categories()) {
            boolean ends = period.to() == null && !ended;
            ended |= ends;
            periods.add(ends ? new Period<>(period.what(), period.from(), today()) : period);
        }
        if (!ended) {
            periods.add(new Period<>(dice.pick(List.of(Category.values())), today(), null));
        }
        return new Holder(old.bornOn(), old.deceasedOn(), old.hukou(), periods, old.attestations());
    }

    private Holder moved(Holder old) {
        List<Period<District>> periods = new ArrayList<>();
        for (Period<District> period : old.hukou()) {
            boolean open = period.to() == null;
            periods.add(open ? new Period<>(period.what(), period.from(), today()) : period);
        }
        if (!dice.oneIn(4)) {
            District next = dice.oneIn(3) ? District.LONGGANG : dice.pick(List.of(District.values()));
            periods.add(new Period<>(next, today(), null));
        }
        return new Holder(old.bornOn(), old.deceasedOn(), periods, old.categories(), old.attestations());
    }

    private static Holder died(Holder old, @Nullable LocalDate day) {
        return new Holder(old.bornOn(), day, old.hukou(), old.categories(), old.attestations());
    }

    private static Facts with(Facts facts, Holder holder) {
        return new Facts(facts.account(), holder, facts.cards());
    }

    private static Card newest(Facts facts) {
        return facts.cards().get(facts.cards().size() - 1);
    }

    private LocalDate today() {
        return wall.now().toLocalDate();
    }

    private long now() {
        return wall.now().atZone(TapBuilder.SHANGHAI).toEpochSecond();
    }
}
