package cn.suinian.settlement.allowance.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Amounts by age, effective-dated. A new table of amounts is rows, not a release. */
public record Tiers(List<Tier> tiers) {

    /**
     * One row.
     *
     * @param fromAge first full year of age that has it
     * @param toAge last one
     * @param fen a month
     * @param validFrom first day on which it is in force
     * @param validTo first day on which it is not any more; null: still is
     */
    public record Tier(
            int fromAge,
            int toAge,
            long fen,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean covers(int age, LocalDate day) {
            return age >= fromAge
                    && age <= toAge
                    && !day.isBefore(validFrom)
                    && (validTo == null || day.isBefore(validTo));
        }
    }

    public Tiers {
        tiers = List.copyOf(tiers);
    }

    /** What somebody of this age gets for a month, as it is on the first of the month. */
    public Optional<Tier> find(int age, YearMonth month) {
        LocalDate first = month.atDay(1);
        for (Tier tier : tiers) {
            if (tier.covers(age, first)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }
}
