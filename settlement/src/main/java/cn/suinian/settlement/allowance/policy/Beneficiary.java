package cn.suinian.settlement.allowance.policy;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the allowance needs to know of a person.
 *
 * @param deceasedOn null while alive
 * @param hukou every time in which the hukou was in a district of Shenzhen
 * @param appliedOn day of the application; null: none
 * @param checkedOn day of the latest identity check; null: none
 */
public record Beneficiary(
        LocalDate bornOn,
        @Nullable LocalDate deceasedOn,
        List<Period<District>> hukou,
        @Nullable LocalDate appliedOn,
        @Nullable LocalDate checkedOn) {

    public Beneficiary {
        hukou = List.copyOf(hukou);
    }

    /**
     * The age that a month is paid for: the one reached by the end of the month, so that a birthday counts for its
     * whole month; for the dead, the one reached in life.
     */
    int ageFor(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        LocalDate day = deceasedOn != null && deceasedOn.isBefore(last) ? deceasedOn : last;
        return new Holder(bornOn, deceasedOn, hukou, List.of()).ageOn(day);
    }

    /** Who pays a month: where the hukou was on the day before it, since every move counts from the next month. */
    public Optional<District> payerFor(YearMonth month) {
        LocalDate eve = month.atDay(1).minusDays(1);
        return hukou.stream()
                .filter(period -> period.covers(eve))
                .map(Period::what)
                .findFirst();
    }

    /** The month from which the first hukou counts. */
    Optional<YearMonth> firstHukouMonth() {
        return hukou.stream()
                .map(Period::from)
                .min(LocalDate::compareTo)
                .map(from -> YearMonth.from(from).plusMonths(1));
    }
}
