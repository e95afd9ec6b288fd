package cn.suinian.core.authorization;

import cn.suinian.core.account.Account;
import cn.suinian.core.account.JourneyHalf;
import cn.suinian.core.account.MealDays;
import cn.suinian.core.account.ReplayWindow;
import cn.suinian.core.account.Usage;
import cn.suinian.core.authorization.decision.Facts;
import cn.suinian.core.card.Card;
import cn.suinian.core.holder.Holder;
import java.util.List;

/**
 * A person between two taps. What a tap changes is overwritten in place: a memory that is given a new object by every
 * tap makes the collector look at all of it, and everybody waits for that (docs/decisions.md, 79).
 *
 * <p>Belongs to the lane of its holder; no other thread may touch it.
 */
final class Remembered {

    private final long holderId;
    private final int liveCard;
    private final Holder holder;
    private final List<Card> cards;
    private long version;
    private long counterHigh;
    private long counterBits;
    private long mealBits;
    private long halfAt;
    private long halfTerminal;
    private long halfSeq;
    private int mealLastDay;
    private int halfKind;
    private int checkedOn;
    private Usage usage;

    Remembered(Facts facts) {
        Account account = facts.account();
        this.holderId = account.holderId();
        this.liveCard = account.liveCardSerial();
        this.holder = facts.holder();
        this.cards = facts.cards();
        this.usage = account.usage();
        become(account);
    }

    Facts facts() {
        Account account = new Account(
                holderId,
                version,
                liveCard,
                new ReplayWindow(counterHigh, counterBits),
                mealLastDay == 0 && mealBits == 0 ? MealDays.NONE : new MealDays(mealLastDay, mealBits),
                halfKind == 0
                        ? JourneyHalf.NONE
                        : new JourneyHalf(JourneyHalf.Kind.ofCode(halfKind), halfAt, halfTerminal, halfSeq),
                usage,
                checkedOn);
        return new Facts(account, holder, cards);
    }

    /** Whether it differs from these facts in nothing but what taps change. */
    @SuppressWarnings("ReferenceEquality") // they come from here; whatever was read anew is another object
    boolean isOf(Facts facts) {
        return facts.holder() == holder
                && facts.cards() == cards
                && facts.account().liveCardSerial() == liveCard;
    }

    /** Taps have moved the account on, and that is durable. */
    @SuppressWarnings("ReferenceEquality") // a reference that is not written costs the collector nothing
    void become(Account next) {
        version = next.version();
        counterHigh = next.counters().high();
        counterBits = next.counters().bits();
        mealLastDay = next.meals().lastDay();
        mealBits = next.meals().bits();
        halfKind = next.half().kind().code();
        halfAt = next.half().at();
        halfTerminal = next.half().terminalId();
        halfSeq = next.half().terminalSeq();
        checkedOn = next.checkedOn();
        if (next.usage() != usage) {
            usage = next.usage();
        }
    }
}
