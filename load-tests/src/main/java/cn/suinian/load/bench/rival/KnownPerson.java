package cn.suinian.load.bench.rival;

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
 * A person between two taps, overwritten in place as the gateway does it: whoever gives a memory of 800,000 a new
 * object for each tap is measured with the collector that looks at all of it (docs/decisions.md, 79 and 256).
 *
 * <p>A rival has no lanes, so any of its loops may come here: hence the lock, which hardly anybody waits for.
 */
final class KnownPerson {
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

    KnownPerson(Facts facts) {
        Account account = facts.account();
        this.holderId = account.holderId();
        this.liveCard = account.liveCardSerial();
        this.holder = facts.holder();
        this.cards = facts.cards();
        this.usage = account.usage();
        become(account);
    }

    synchronized Facts facts() {
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

    /** A tap has moved the account on, and that is durable; what another loop had heard of later stays. */
    @SuppressWarnings("ReferenceEquality") // a reference that is not written costs the collector nothing
    synchronized void become(Account next) {
        if (next.version() <= version) {
            return;
        }
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
