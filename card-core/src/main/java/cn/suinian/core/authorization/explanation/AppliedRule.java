package cn.suinian.core.authorization.explanation;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.authorization.decision.Answer.Grant;
import cn.suinian.core.authorization.decision.DeclineReason;
import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.RuleBook;
import cn.suinian.core.entitlement.policy.Eligibility;
import cn.suinian.core.entitlement.policy.Eligibility.Choice;
import cn.suinian.core.holder.Attestation;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Period;
import cn.suinian.core.terminal.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which rule a stored tap was decided by. */
public final class AppliedRule {

    private AppliedRule() {}

    /**
     * The rule: the one that is kept with the tap, or else the one that the facts of that time lead to. Empty when no
     * rule was looked at, when none was for this person, and when it cannot be told any more.
     *
     * @param placeKind of the tap's terminal; null: nothing is known
     */
    public static Optional<BenefitRule> find(StoredTap tap, @Nullable String placeKind, RuleBook rules) {
        Grant grant = tap.answer().grant();
        if (grant != null) {
            return rules.find(grant.ruleId());
        }
        FactsSeen seen = tap.seen();
        if (seen == null || !lookedAtRules(tap)) {
            return Optional.empty();
        }
        List<BenefitRule> inForce = rules.inForce(tap.service(), tap.key().tapDate(), placeKind);
        Optional<BenefitRule> attested = chosen(inForce, tap, seen, true);
        Optional<BenefitRule> unattested = chosen(inForce, tap, seen, false);
        if (tap.answer().reason() == DeclineReason.ATTESTATION_MISSING) {
            return unattested.isPresent() ? Optional.empty() : attested;
        }
        return attested.equals(unattested) ? attested : Optional.empty();
    }

    /** Precedence: what is said before benefits are looked at says nothing of any rule. */
    private static boolean lookedAtRules(StoredTap tap) {
        Answer answer = tap.answer();
        DeclineReason reason = answer.reason();
        if (reason == null) {
            return tap.service() == Service.MEAL;
        }
        return switch (reason) {
            case CARD_UNKNOWN,
                    TAC_INVALID,
                    COUNTER_REPLAYED,
                    COUNTER_TOO_OLD,
                    TAP_TOO_LATE,
                    CARD_NOT_ACTIVE,
                    CARD_REPLACED,
                    CARD_CANCELLED,
                    CARD_LOST,
                    CARD_EXPIRED,
                    HOLDER_DECEASED,
                    HOLDER_UNDER_AGE,
                    BENEFIT_NOT_OFFERED,
                    NOT_ENTITLED -> false;
            case ATTESTATION_MISSING,
                    NOT_A_SERVICE_DAY,
                    OUTSIDE_SERVICE_HOURS,
                    MEAL_NOT_A_WORKDAY,
                    MEAL_OUTSIDE_HOURS,
                    MEAL_TAKEN_TODAY,
                    MEAL_WEEK_LIMIT,
                    USED_TODAY,
                    USED_THIS_WEEK,
                    USED_THIS_MONTH,
                    USED_THIS_YEAR,
                    VOUCHER_USED_UP -> true;
        };
    }

    private static Optional<BenefitRule> chosen(
            List<BenefitRule> inForce, StoredTap tap, FactsSeen seen, boolean attested) {
        LocalDate day = tap.key().tapDate();
        Holder asSeen = asSeen(seen, day, attested ? attestations(inForce) : List.of());
        Choice choice = Eligibility.choose(inForce, asSeen, day, tap.tappedAt(), tap.amountFen());
        return choice instanceof Choice.Rule rule ? Optional.of(rule.rule()) : Optional.empty();
    }

    /** Everything that any of the rules asks for, valid for ever. */
    private static List<Attestation> attestations(List<BenefitRule> inForce) {
        return inForce.stream()
                .map(rule -> rule.who().attestation())
                .filter(Objects::nonNull)
                .map(kind -> new Attestation(kind, Instant.MIN, Instant.MAX))
                .toList();
    }

    /** Somebody of whom just the same is true on that day. */
    private static Holder asSeen(FactsSeen seen, LocalDate day, List<Attestation> attestations) {
        District hukou = seen.hukou();
        List<Period<District>> districts = hukou == null ? List.of() : List.of(new Period<>(hukou, day, null));
        List<Period<Category>> categories = seen.categories().stream()
                .map(category -> new Period<>(category, day, null))
                .toList();
        return new Holder(day.minusYears(seen.age()), null, districts, categories, attestations);
    }
}
