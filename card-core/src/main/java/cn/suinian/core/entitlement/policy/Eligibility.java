package cn.suinian.core.entitlement.policy;

import cn.suinian.core.entitlement.BenefitRule;
import cn.suinian.core.entitlement.BenefitRule.For;
import cn.suinian.core.entitlement.BenefitRule.Who;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** Which of several rules counts for a person. */
    public sealed interface Choice {
        /** This one. */
        record Rule(BenefitRule rule) implements Choice {}

        /** It would be this one, if the holder had the attestation it asks for. */
        record NotAttested(BenefitRule rule) implements Choice {}

        /** None of them is for this person. */
        record NotForThem() implements Choice {}
    }

    /**
     * The rule that gives this person most for an amount. If the district of the hukou has rules of its own among
     * these, only those count; else the city's. A rule that asks for an attestation the holder lacks is passed over
     * while another one fits.
     *
     * @param candidates the rules in force on the day for what was asked
     * @param moment when the attestation must hold
     */
    public static Choice choose(
            List<BenefitRule> candidates, Holder holder, LocalDate day, Instant moment, int amountFen) {
        District district = holder.hukouOn(day).orElse(null);
        boolean districtRules = district != null && candidates.stream().anyMatch(rule -> rule.district() == district);
        District scope = districtRules ? district : null;
        int age = holder.ageOn(day);
        Set<Category> categories = holder.categoriesOn(day);
        BenefitRule best = null;
        BenefitRule lacking = null;
        for (BenefitRule rule : candidates) {
            if (rule.district() != scope || !isFor(rule.who(), age, district, categories)) {
                continue;
            }
            String needed = rule.who().attestation();
            if (needed != null && !holder.attested(needed, moment)) {
                lacking = better(rule, lacking, amountFen) ? rule : lacking;
            } else if (better(rule, best, amountFen)) {
                best = rule;
            }
        }
        if (best != null) {
            return new Choice.Rule(best);
        }
        return lacking == null ? new Choice.NotForThem() : new Choice.NotAttested(lacking);
    }

    private static boolean isFor(Who who, int age, @Nullable District hukou, Set<Category> categories) {
        return age >= who.minAge()
                && age <= who.maxAge()
                && (!who.hukouRequired() || hukou != null)
                && (who.categories().isEmpty() || categories.stream().anyMatch(who.categories()::contains));
    }

    /**
     * What pays more for this amount, then for any amount; between equals the older rule number, so it never varies.
     */
    private static boolean better(BenefitRule rule, @Nullable BenefitRule best, int amountFen) {
        if (best == null) {
            return true;
        }
        int now = Integer.compare(worth(rule, amountFen), worth(best, amountFen));
        int ever = Integer.compare(worth(rule, Integer.MAX_VALUE), worth(best, Integer.MAX_VALUE));
        int byGrant = Integer.compare(grant(rule), grant(best));
        if (now != 0) {
            return now > 0;
        }
        if (ever != 0) {
            return ever > 0;
        }
        return byGrant != 0 ? byGrant > 0 : rule.id() < best.id();
    }

    /** For a delivery the vendor's money is all there is. */
    private static int worth(BenefitRule rule, int amountFen) {
        return rule.howMuch().pays() == For.DELIVERY ? rule.howMuch().operatorSubsidyFen() : rule.subsidyOf(amountFen);
    }

    private static int grant(BenefitRule rule) {
        Integer grant = rule.howMuch().grantFen();
        return grant == null ? 0 : grant;
    }
}
