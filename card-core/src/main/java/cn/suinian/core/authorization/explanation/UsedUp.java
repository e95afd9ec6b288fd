package cn.suinian.core.authorization.explanation;

import cn.suinian.core.authorization.decision.FactsSeen;
import cn.suinian.core.authorization.decision.StoredTap;
import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.terminal.Service;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a tap stood to the limit that is shown for its benefit.
 *
 * @param unit what is counted
 * @param before how much was used before the tap
 * @param after how much was used once it was decided, whether or not it was undone since
 * @param limit how much may be used
 */
public record UsedUp(Unit unit, long before, long after, long limit) {

    /** What is counted. */
    public enum Unit {
        LUNCHES_OF_WEEK,
        FEN_OF_MONTH,
        /** Visits or other uses, in the period of which least is left. */
        USES
    }

    /** Empty when nothing ran out, and for a tap that is older than the record of what it saw. */
    static Optional<UsedUp> of(StoredTap tap, @Nullable BenefitRule rule) {
        FactsSeen seen = tap.seen();
        Integer left = tap.answer().balanceLeft();
        if (seen == null || left == null) {
            return Optional.empty();
        }
        long before = seen.usedBefore();
        long after = before + usedByIt(tap);
        Integer known = limit(tap.service(), rule);
        return Optional.of(new UsedUp(unit(tap.service()), before, after, known == null ? after + left : known));
    }

    private static int usedByIt(StoredTap tap) {
        if (tap.answer().grant() == null) {
            return 0;
        }
        return tap.service() == Service.VOUCHER ? tap.answer().subsidyFen() : 1;
    }

    private static Unit unit(Service service) {
        return switch (service) {
            case MEAL -> Unit.LUNCHES_OF_WEEK;
            case VOUCHER -> Unit.FEN_OF_MONTH;
            case TRANSIT, ALLOWANCE, VENUE -> Unit.USES;
        };
    }

    /** As the rule says; of uses it is not known which of its periods it was, so there it is what was used and left. */
    private static @Nullable Integer limit(Service service, @Nullable BenefitRule rule) {
        if (rule == null) {
            return null;
        }
        return switch (service) {
            case MEAL -> rule.when().perWeek();
            case VOUCHER -> rule.howMuch().grantFen();
            case TRANSIT, ALLOWANCE, VENUE -> null;
        };
    }
}
