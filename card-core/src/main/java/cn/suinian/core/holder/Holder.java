package cn.suinian.core.holder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decisions need to know of a person; no name, no document. Effective-dated facts are kept whole, because a tap
 * is judged by what was true when it was made.
 *
 * @param bornOn date of birth
 * @param deceasedOn date of death, null while alive
 */
public record Holder(
        LocalDate bornOn,
        @Nullable LocalDate deceasedOn,
        List<Period<District>> hukou,
        List<Period<Category>> categories,
        List<Attestation> attestations) {

    public Holder {
        hukou = List.copyOf(hukou);
        categories = List.copyOf(categories);
        attestations = List.copyOf(attestations);
    }

    /** Of whom no authority attests anything. */
    public Holder(
            LocalDate bornOn,
            @Nullable LocalDate deceasedOn,
            List<Period<District>> hukou,
            List<Period<Category>> categories) {
        this(bornOn, deceasedOn, hukou, categories, List.of());
    }

    /** Whether an attestation of this kind held at this moment. */
    public boolean attested(String kind, Instant moment) {
        for (Attestation attestation : attestations) {
            if (attestation.kind().equals(kind) && attestation.holdsAt(moment)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Full years of age on a day. A birthday counts from its first moment; someone born on 29 February is a year older
     * on 1 March of a year that has no 29 February.
     */
    public int ageOn(LocalDate day) {
        int years = day.getYear() - bornOn.getYear();
        boolean birthdayToCome = day.getMonthValue() < bornOn.getMonthValue()
                || (day.getMonthValue() == bornOn.getMonthValue() && day.getDayOfMonth() < bornOn.getDayOfMonth());
        return birthdayToCome ? years - 1 : years;
    }

    /** The district of the hukou on a day; empty for those without a Shenzhen hukou. */
    public Optional<District> hukouOn(LocalDate day) {
        for (Period<District> period : hukou) {
            if (period.covers(day)) {
                return Optional.of(period.what());
            }
        }
        return Optional.empty();
    }

    /** The categories in force on a day. */
    public Set<Category> categoriesOn(LocalDate day) {
        Set<Category> inForce = EnumSet.noneOf(Category.class);
        for (Period<Category> period : categories) {
            if (period.covers(day)) {
                inForce.add(period.what());
            }
        }
        return inForce;
    }

    /** Whether the holder had died before this day began; the day of death itself still counts as alive. */
    public boolean deceasedBefore(LocalDate day) {
        return deceasedOn != null && deceasedOn.isBefore(day);
    }
}
