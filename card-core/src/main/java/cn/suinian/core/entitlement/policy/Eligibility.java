package cn.suinian.core.entitlement.policy;

import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the rules in force is this person's, on this day. */
public final class Eligibility {

    /** The age from which the card exists at all (city notice of August 2019). */
    public static final int CARD_AGE = 60;

    private Eligibility() {}

    /** Whether someone is old enough for the card on this day. */
    public static boolean oldEnough(Holder holder, LocalDate day) {
        return holder.ageOn(day) >= CARD_AGE;
    }

    /**
     * The rule that gives this person most. If the district of the hukou has rules of its own for the service, only
     * those count; else the city's.
     */
    public static Optional<BenefitRule> bestRule(List<BenefitRule> inForce, Holder holder, LocalDate day) {
        District district = holder.hukouOn(day).orElse(null);
        boolean districtRules = district != null && inForce.stream().anyMatch(rule -> rule.district() == district);
        District scope = districtRules ? district : null;
        int age = holder.ageOn(day);
        Set<Category> categories = holder.categoriesOn(day);
        BenefitRule best = null;
        for (BenefitRule rule : inForce) {
            if (rule.district() == scope && isFor(rule.who(), age, district, categories) && better(rule, best)) {
                best = rule;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isFor(Who who, int age, @Nullable District hukou, Set<Category> categories) {
        return age >= who.minAge()
                && age <= who.maxAge()
                && (!who.hukouRequired() || hukou != null)
                && (who.categories().isEmpty() || categories.stream().anyMatch(who.categories()::contains));
    }

    /** No cap beats any cap, a higher cap a lower one; between equals the older rule number, so it never varies. */
    private static boolean better(BenefitRule rule, @Nullable BenefitRule best) {
        if (best == null) {
            return true;
        }
        long cap = rule.capFen() == null ? Long.MAX_VALUE : rule.capFen();
        long bestCap = best.capFen() == null ? Long.MAX_VALUE : best.capFen();
        return cap > bestCap || (cap == bestCap && rule.id() < best.id());
    }
}
