package cn.suinian.core.authorization.decision;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.account.Usage;
import cn.suinian.core.card.Card;
import cn.suinian.core.card.Card.Stood;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Attestation;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person to start from: 76, hukou in Futian, an active card that was never used, no lunch yet. */
public final class PersonBuilder {

    public static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);

    private final long holderId;
    private LocalDate bornOn = LocalDate.of(1950, 5, 1);
    private @Nullable LocalDate deceasedOn;
    private final List<Period<District>> hukou = new ArrayList<>();
    private final List<Period<Category>> categories = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private ReplayWindow counters = ReplayWindow.NEW;
    private MealDays meals = MealDays.NONE;
    private JourneyHalf half = JourneyHalf.NONE;
    private Usage usage = Usage.NONE;
    private final List<Attestation> attestations = new ArrayList<>();
    private long version = 1;

    private PersonBuilder(long holderId) {
        this.holderId = holderId;
        hukou.add(new Period<>(District.FUTIAN, LONG_AGO, null));
        card(CardStatus.ACTIVE, Instant.EPOCH);
    }

    public static PersonBuilder of(long holderId) {
        return new PersonBuilder(holderId);
    }

    /** The serial of the first card of a holder. */
    public static int cardOf(long holderId) {
        return Math.toIntExact(holderId) + 1_000_000;
    }

    public PersonBuilder born(LocalDate day) {
        this.bornOn = day;
        return this;
    }

    public PersonBuilder died(LocalDate day) {
        this.deceasedOn = day;
        return this;
    }

    public PersonBuilder noHukou() {
        hukou.clear();
        return this;
    }

    public PersonBuilder hukou(District district, LocalDate from, @Nullable LocalDate to) {
        hukou.add(new Period<>(district, from, to));
        return this;
    }

    public PersonBuilder category(Category category, LocalDate from, @Nullable LocalDate to) {
        categories.add(new Period<>(category, from, to));
        return this;
    }

    /** The first card stands like this. */
    public PersonBuilder card(CardStatus status, Instant since) {
        return card(status, since, LocalDate.of(2036, 1, 1));
    }

    public PersonBuilder card(CardStatus status, Instant since, LocalDate expiresOn) {
        int serial = cardOf(holderId);
        cards.removeIf(card -> card.serial() == serial);
        cards.add(0, card(serial, status, since.getEpochSecond(), expiresOn));
        return this;
    }

    /** The first card stood like this, the latest last. */
    public PersonBuilder history(Stood... stood) {
        int serial = cardOf(holderId);
        cards.removeIf(card -> card.serial() == serial);
        cards.add(0, new Card(serial, stood[stood.length - 1].status(), List.of(stood), LocalDate.of(2036, 1, 1)));
        return this;
    }

    /** A card that was active until it came to stand like this; the list named it as version 1. */
    public static Card card(int serial, CardStatus status, long since, LocalDate expiresOn) {
        Stood active = new Stood(CardStatus.ACTIVE, Long.MIN_VALUE, false, 0, 0);
        boolean listed = status != CardStatus.ISSUED && status != CardStatus.ACTIVE;
        Stood now = new Stood(status, since, listed, listed ? 1 : 0, since);
        return new Card(serial, status, listed ? List.of(active, now) : List.of(now), expiresOn);
    }

    public PersonBuilder counters(ReplayWindow window) {
        this.counters = window;
        return this;
    }

    public PersonBuilder meals(MealDays days) {
        this.meals = days;
        return this;
    }

    public PersonBuilder usage(Usage used) {
        this.usage = used;
        return this;
    }

    public PersonBuilder attested(String kind, Instant from, Instant until) {
        attestations.add(new Attestation(kind, from, until));
        return this;
    }

    public PersonBuilder half(JourneyHalf waiting) {
        this.half = waiting;
        return this;
    }

    public PersonBuilder version(long number) {
        this.version = number;
        return this;
    }

    /** The same person with a new live card, as a counter leaves them: the old one replaced, the counters new. */
    public static Facts renewed(Facts old, int newSerial) {
        Account account = old.account();
        List<Card> cards = new ArrayList<>();
        for (Card card : old.cards()) {
            cards.add(card(card.serial(), CardStatus.REPLACED, 0, card.expiresOn()));
        }
        cards.add(card(newSerial, CardStatus.ACTIVE, 0, LocalDate.of(2036, 1, 1)));
        Account next = new Account(
                account.holderId(),
                account.version(),
                newSerial,
                ReplayWindow.NEW,
                account.meals(),
                account.half(),
                account.usage(),
                account.checkedOn());
        return new Facts(next, old.holder(), cards);
    }

    public Holder holder() {
        return new Holder(bornOn, deceasedOn, hukou, categories, attestations);
    }

    public Facts build() {
        Account account = new Account(holderId, version, cardOf(holderId), counters, meals, half, usage, 0);
        return new Facts(account, holder(), cards);
    }
}
