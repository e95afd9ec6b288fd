package cn.suinian.core.authorization.explanation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.entitlement.Benefit;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.When;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a tap was decided.
 *
 * @param told what anybody at its terminal may read
 * @param person what only staff may read; null for a tap older than the record of what a decision saw
 */
public record Explanation(Told told, @Nullable Person person) {

    /** How the card's status was judged. */
    public enum Judged {
        /** By what was known when the tap arrived. */
        ONLINE,
        /** By how the card stood at the tap: the terminal had stored it. */
        AT_TAP_TIME
    }

    /**
     * The card as it was judged.
     *
     * @param goodFaith it had been stopped, but the denylist that the terminal held could not say so
     */
    public record Judgement(CardStatus card, Judged judged, boolean goodFaith) {}

    /**
     * The hours of a rule.
     *
     * @param from first moment of the day in it
     * @param to first moment no longer in it
     */
    public record Window(LocalTime from, LocalTime to) {

        static @Nullable Window of(When when) {
            LocalTime from = when.windowFrom();
            LocalTime to = when.windowTo();
            return from == null || to == null ? null : new Window(from, to);
        }
    }

    /**
     * The rule that the tap was decided by. Rules are never edited, so its number is its version.
     *
     * @param window when in the day it counts; null: all day
     * @param basis the notice it comes from, in words
     */
    public record Rule(
            int id,
            Benefit benefit,
            @Nullable District district,
            LocalDate validFrom,
            @Nullable Window window,
            String basis) {

        /** A rule with its basis. */
        public static Rule of(BenefitRule rule, String basis) {
            return new Rule(rule.id(), rule.benefit(), rule.district(), rule.from(), Window.of(rule.when()), basis);
        }
    }

    /**
     * What anybody at the terminal may read: nothing that would tell something of the person.
     *
     * @param rule null when no rule was looked at, none was for this card, or it cannot be told any more
     * @param used null when nothing runs out, or it was not kept yet
     * @param judgement null when it was not kept yet
     * @param denylistVersion the list that the terminal said it held; null when it said nothing
     * @param settleDate the business day it is cleared in
     * @param reversal null: it stands
     */
    public record Told(
            TapId tapId,
            Service service,
            int amountFen,
            Instant tappedAt,
            Instant receivedAt,
            Answer answer,
            @Nullable Rule rule,
            @Nullable UsedUp used,
            @Nullable Judgement judgement,
            @Nullable Long denylistVersion,
            LocalDate settleDate,
            @Nullable Reversal reversal) {}

    /**
     * What the decision saw of the person.
     *
     * @param age full years on the day of the tap
     * @param hukou null: none in Shenzhen on that day
     * @param accountVersion of the account it was decided on; null when it was not kept yet
     */
    public record Person(
            int age,
            @Nullable District hukou,
            Set<Category> categories,
            @Nullable Long accountVersion) {
        public Person {
            categories = Set.copyOf(categories);
        }
    }

    /**
     * Explains a tap.
     *
     * @param rule the rule it was decided by, see {@link AppliedRule}
     * @param basis the rule's; null when there is no rule
     */
    public static Explanation of(KeptTap kept, @Nullable BenefitRule rule, @Nullable String basis) {
        StoredTap tap = kept.tap();
        FactsSeen seen = tap.seen();
        Told told = new Told(
                TapId.of(tap),
                tap.service(),
                tap.amountFen(),
                tap.tappedAt(),
                tap.receivedAt(),
                tap.answer(),
                rule == null ? null : Rule.of(rule, basis == null ? "" : basis),
                UsedUp.of(tap, rule).orElse(null),
                seen == null ? null : judgement(seen),
                kept.denylistVersion(),
                tap.settleDate(),
                tap.reversal());
        return new Explanation(told, seen == null ? null : person(seen, tap.accountVersion()));
    }

    private static Judgement judgement(FactsSeen seen) {
        return new Judgement(seen.cardStatus(), seen.online() ? Judged.ONLINE : Judged.AT_TAP_TIME, seen.goodFaith());
    }

    private static Person person(FactsSeen seen, @Nullable Long accountVersion) {
        return new Person(seen.age(), seen.hukou(), seen.categories(), accountVersion);
    }
}
