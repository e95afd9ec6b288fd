package cn.suinian.core.holder.register;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.Holder;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.person.ConsentVersions;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.refusal.Refusals;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a registration: every field is looked at, and everything that is wrong is said at once. */
final class Intake {
    private static final int ADULT_AGE = 60;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1890, 1, 1);
    private static final int YEARS_AHEAD = 1;

    private final Refusals refusals = new Refusals();
    private final LocalDate today;

    private Intake(LocalDate today) {
        this.today = today;
    }

    /** What was written down, as it is kept. */
    record Accepted(
            List<IdDocument> documents,
            String name,
            LocalDate bornOn,
            @Nullable String birthEvidence,
            Sex sex,
            @Nullable String phone,
            @Nullable String bankAccount,
            @Nullable String hukouEvidence,
            List<CategoryClaim> categories,
            String consentVersion) {

        @Override
        public String toString() {
            return "an accepted registration";
        }
    }

    /**
     * Reads one.
     *
     * @throws RefusedException with everything that is wrong
     */
    static Accepted accept(Registration given, Scope scope, LocalDate today) {
        return new Intake(today).accept(given, scope);
    }

    /** The first day on which somebody born on this day is 60. */
    static LocalDate eligibleOn(LocalDate bornOn) {
        LocalDate birthday = bornOn.plusYears(ADULT_AGE);
        return ageOn(bornOn, birthday) < ADULT_AGE ? birthday.plusDays(1) : birthday;
    }

    private Accepted accept(Registration given, Scope scope) {
        List<IdDocument> documents = documents(given.documents());
        String name = refusals.take(() -> PersonalText.name(given.name(), "name"));
        Registration.Birth birth = given.birth();
        // A number that was refused may carry them: one refusal is enough.
        boolean carried =
                given.documents().stream().anyMatch(each -> each.kind().carriesBirth());
        LocalDate bornOn = bornOn(documents, birth, carried);
        String birthEvidence =
                carried ? null : refusals.take(() -> PersonalText.evidence(birth.evidence(), "birthEvidence"));
        Sex sex = sex(documents, given.sex(), carried);
        String phone = refusals.take(() -> PersonalText.phone(given.contact().phone(), "phone"));
        String account =
                refusals.take(() -> PersonalText.bankAccount(given.contact().bankAccount(), "bankAccount"));
        if (!scope.sees(given.residence().district())) {
            refusals.add(HolderRefusal.OUT_OF_SCOPE, "district");
        }
        String hukouEvidence = hukou(given.residence(), bornOn);
        List<CategoryClaim> categories = categories(given.categories(), bornOn);
        String consent = given.consentVersion().strip();
        if (!ConsentVersions.isKnown(consent)) {
            refusals.add(ConsentVersions.refusalOf(consent), "consentVersion");
        }
        refusals.throwIfAny();
        return new Accepted(
                documents,
                Objects.requireNonNull(name),
                Objects.requireNonNull(bornOn),
                birthEvidence,
                Objects.requireNonNull(sex),
                phone,
                account,
                hukouEvidence,
                categories,
                consent);
    }

    private List<IdDocument> documents(List<GivenDocument> given) {
        if (given.isEmpty()) {
            refusals.add(HolderRefusal.DOCUMENT_NEEDED, "documents");
        }
        List<IdDocument> documents = new ArrayList<>();
        Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
        for (int i = 0; i < given.size(); i++) {
            GivenDocument each = given.get(i);
            String field = "documents[" + i + "].number";
            if (!kinds.add(each.kind())) {
                refusals.add(HolderRefusal.DOCUMENT_KIND_TWICE, "documents[" + i + "].kind");
            }
            IdDocument document = refusals.take(() -> IdDocument.read(each.kind(), each.number(), field));
            if (document != null) {
                documents.add(document);
            }
        }
        return documents;
    }

    /** From the documents, else as typed; null when that is refused. */
    private @Nullable LocalDate bornOn(List<IdDocument> documents, Registration.Birth typed, boolean carried) {
        LocalDate bornOn = documents.stream()
                .map(IdDocument::bornOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(typed.on());
        if (bornOn == null) {
            if (!carried) {
                refusals.add(HolderRefusal.BIRTH_DATE_MISSING, "bornOn");
            }
            return null;
        }
        boolean differs = (typed.on() != null && !typed.on().equals(bornOn))
                || documents.stream().anyMatch(each -> each.bornOn() != null && !bornOn.equals(each.bornOn()));
        if (differs) {
            refusals.add(HolderRefusal.BIRTH_DATE_DIFFERS, "bornOn");
        } else if (bornOn.isBefore(FIRST_BIRTH) || bornOn.isAfter(today)) {
            refusals.add(HolderRefusal.BIRTH_DATE_WRONG, "bornOn");
        } else if (ageOn(bornOn, today) < ADULT_AGE) {
            refusals.add(
                    HolderRefusal.TOO_YOUNG,
                    "bornOn",
                    Map.of("eligibleOn", eligibleOn(bornOn).toString()));
        }
        return bornOn;
    }

    private @Nullable Sex sex(List<IdDocument> documents, @Nullable Sex typed, boolean carried) {
        Sex sex = documents.stream()
                .map(IdDocument::sex)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(typed);
        if (sex == null) {
            if (!carried) {
                refusals.add(HolderRefusal.SEX_MISSING, "sex");
            }
            return null;
        }
        if ((typed != null && typed != sex)
                || documents.stream().anyMatch(each -> each.sex() != null && each.sex() != sex)) {
            refusals.add(HolderRefusal.SEX_DIFFERS, "sex");
        }
        return sex;
    }

    private @Nullable String hukou(Registration.Residence residence, @Nullable LocalDate bornOn) {
        if (residence.hukou() == null) {
            return null;
        }
        if (residence.hukouSince() != null) {
            refusals.take(() -> begun(residence.hukouSince(), bornOn));
        }
        return refusals.take(() -> PersonalText.evidence(residence.hukouEvidence(), "hukouEvidence"));
    }

    /** A hukou that begins later would leave the person without one, and nobody would see why. */
    private LocalDate begun(LocalDate since, @Nullable LocalDate bornOn) {
        if (since.isAfter(today)) {
            throw new RefusedException(HolderRefusal.DATE_TOO_LATE, "hukouSince");
        }
        return effective(since, bornOn, today, "hukouSince");
    }

    private List<CategoryClaim> categories(List<CategoryClaim> given, @Nullable LocalDate bornOn) {
        List<CategoryClaim> read = new ArrayList<>();
        Set<Category> seen = EnumSet.noneOf(Category.class);
        for (int i = 0; i < given.size(); i++) {
            CategoryClaim each = given.get(i);
            String field = "categories[" + i + "]";
            if (!seen.add(each.category())) {
                refusals.add(HolderRefusal.CATEGORY_OVERLAPS, field + ".category");
            }
            CategoryClaim claim = refusals.take(() -> claim(each, bornOn, today, field + "."));
            if (claim != null) {
                read.add(claim);
            }
        }
        return read;
    }

    /** A category as it is kept; the prefix goes before the names of fields. */
    static CategoryClaim claim(CategoryClaim given, @Nullable LocalDate bornOn, LocalDate today, String prefix) {
        Refusals wrong = new Refusals();
        wrong.take(() -> effective(given.from(), bornOn, today, prefix + "from"));
        if (given.until() != null && !given.until().isAfter(given.from())) {
            wrong.add(HolderRefusal.ENDS_BEFORE_IT_BEGINS, prefix + "until");
        }
        boolean graded = given.category() == Category.MODERATELY_DISABLED;
        if (graded != (given.grade() != null)) {
            wrong.add(graded ? HolderRefusal.GRADE_MISSING : HolderRefusal.GRADE_NOT_ASKED, prefix + "grade");
        }
        String evidence = wrong.take(() -> PersonalText.evidence(given.evidence(), prefix + "evidence"));
        wrong.throwIfAny();
        return new CategoryClaim(
                given.category(), given.from(), given.until(), given.grade(), Objects.requireNonNull(evidence));
    }

    /** A day between somebody's birth and a year from now. */
    static LocalDate effective(@Nullable LocalDate day, @Nullable LocalDate bornOn, LocalDate today, String field) {
        if (day == null) {
            throw new RefusedException(HolderRefusal.DATE_MISSING, field);
        }
        if (day.isBefore(bornOn == null ? FIRST_BIRTH : bornOn)) {
            throw new RefusedException(HolderRefusal.DATE_TOO_EARLY, field);
        }
        if (day.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new RefusedException(HolderRefusal.DATE_TOO_LATE, field);
        }
        return day;
    }

    private static int ageOn(LocalDate bornOn, LocalDate day) {
        return new Holder(bornOn, null, List.of(), List.of()).ageOn(day);
    }
}
