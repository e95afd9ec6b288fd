package cn.suinian.core.holder.register;

import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.person.Photo;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a counter writes down of somebody, as typed.
 *
 * @param documents one or more, of different kinds
 * @param birth needed where no document's number carries the date
 * @param sex needed where no document's number carries it
 * @param consentVersion of the text that the person signed
 * @param notTheSameAs holders of the same name and birthday that the clerk has looked at: other people
 */
public record Registration(
        List<GivenDocument> documents,
        String name,
        Birth birth,
        @Nullable Sex sex,
        Contact contact,
        Residence residence,
        List<CategoryClaim> categories,
        String consentVersion,
        @Nullable Photo photo,
        Set<Long> notTheSameAs) {

    public Registration {
        documents = List.copyOf(documents);
        categories = List.copyOf(categories);
        notTheSameAs = Set.copyOf(notTheSameAs);
    }

    /** The same, after the clerk looked at these holders and found other people. */
    public Registration notTheSameAs(Set<Long> others) {
        return new Registration(
                documents, name, birth, sex, contact, residence, categories, consentVersion, photo, others);
    }

    /**
     * A date of birth that no number carries.
     *
     * @param evidence how it is known
     */
    public record Birth(@Nullable LocalDate on, @Nullable String evidence) {
        /** Nothing typed. */
        public static final Birth IN_THE_DOCUMENT = new Birth(null, null);

        @Override
        public String toString() {
            return "a birth";
        }
    }

    /** How to reach somebody and where to pay; each may be missing. */
    public record Contact(@Nullable String phone, @Nullable String bankAccount) {
        @Override
        public String toString() {
            return "a contact";
        }
    }

    /**
     * Where somebody lives.
     *
     * @param district that serves them
     * @param hukou its district; null: none in Shenzhen
     * @param hukouSince first day; null: today
     * @param hukouEvidence how it is known
     */
    public record Residence(
            District district,
            @Nullable District hukou,
            @Nullable LocalDate hukouSince,
            @Nullable String hukouEvidence) {
        @Override
        public String toString() {
            return "served by " + district;
        }
    }

    @Override
    public String toString() {
        return "a registration with " + documents;
    }
}
