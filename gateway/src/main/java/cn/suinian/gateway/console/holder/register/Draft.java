package cn.suinian.gateway.console.holder.register;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.document.IdDocument;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.register.CategoryClaim;
import cn.suinian.core.holder.register.CategoryClaim.Grade;
import cn.suinian.core.holder.register.GivenDocument;
import cn.suinian.core.holder.register.Registration;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.holder.word.Dates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was typed so far, as a registration. */
final class Draft {

    private static final String NO_HUKOU = "NONE";
    private static final int MOST_DIGITS = 18;

    private final Typed typed;

    Draft(Typed typed) {
        this.typed = typed;
    }

    /** The kind of document; empty: none was chosen. */
    Optional<DocumentKind> kind() {
        return typed.choice("kind", DocumentKind.class);
    }

    /** Whether date of birth and sex have to be typed. */
    boolean asksForBirth() {
        return kind().map(kind -> !kind.carriesBirth()).orElse(false);
    }

    /** The categories that were ticked. */
    List<Category> categories() {
        return Arrays.stream(Category.values())
                .filter(category -> typed.ticked(Step.tick(category)))
                .toList();
    }

    /** Those of them whose details are known already. */
    private List<Category> dated() {
        return categories().stream()
                .filter(category -> Dates.find(typed, Step.from(category)).isPresent())
                .toList();
    }

    /** What is missing, or no date, of the fields of this step: before core is asked. */
    Problems problems(Step step) {
        return switch (step) {
            case DOCUMENT -> kind().isEmpty() ? Problems.NONE.and("kind", RegisterText.CHOOSE_KIND) : Problems.NONE;
            case PERSON -> Dates.check(typed, "bornOn");
            case RESIDENCE -> residence();
            case CATEGORIES -> claims();
            case ALIKE ->
                typed.ticked("different") ? Problems.NONE : Problems.NONE.and("different", RegisterText.ALIKE_CONFIRM);
            case CHECK ->
                typed.ticked("consent") ? Problems.NONE : Problems.NONE.and("consent", RegisterText.CONSENT_MISSING);
        };
    }

    private Problems claims() {
        Problems problems = Problems.NONE;
        for (Category category : categories()) {
            String from = Step.from(category);
            HolderRefusal missing = HolderRefusal.DATE_MISSING;
            List<Problems.Problem> wrong = typed.find(from).isEmpty()
                    ? Problems.NONE.and(from, missing.zh(), missing.en()).list()
                    : Dates.check(typed, from, Step.until(category)).list();
            for (Problems.Problem each : wrong) {
                problems = problems.and(each.field(), each.zh(), each.en());
            }
        }
        return problems;
    }

    private Problems residence() {
        Problems problems = Dates.check(typed, "hukouSince");
        if (typed.choice("district", District.class).isEmpty()) {
            problems = problems.and("district", RegisterText.CHOOSE_DISTRICT);
        }
        boolean none = typed.text("hukou").equals(NO_HUKOU);
        if (!none && typed.choice("hukou", District.class).isEmpty()) {
            problems = problems.and("hukou", RegisterText.CHOOSE_HUKOU);
        }
        return problems;
    }

    /**
     * What core is asked. What later steps ask for is not known yet, and is refused; whoever asks looks only at what
     * earlier ones did.
     */
    Registration registration(Scope scope, @Nullable Photo photo) {
        District district = scope.district() == null ? District.FUTIAN : scope.district();
        return new Registration(
                List.of(new GivenDocument(kind().orElse(DocumentKind.RESIDENT_CARD), typed.text("number"))),
                typed.text("name"),
                asksForBirth()
                        ? new Registration.Birth(date("bornOn"), typed.text("birthEvidence"))
                        : Registration.Birth.IN_THE_DOCUMENT,
                asksForBirth() ? typed.choice("sex", Sex.class).orElse(null) : null,
                new Registration.Contact(typed.text("phone"), typed.text("bankAccount")),
                new Registration.Residence(
                        typed.choice("district", District.class).orElse(district),
                        typed.choice("hukou", District.class).orElse(null),
                        date("hukouSince"),
                        typed.text("hukouEvidence")),
                dated().stream().map(this::claim).toList(),
                Consent.VERSION,
                photo,
                others());
    }

    private CategoryClaim claim(Category category) {
        return new CategoryClaim(
                category,
                Dates.find(typed, Step.from(category)).orElseThrow(),
                date(Step.until(category)),
                category == Category.MODERATELY_DISABLED
                        ? typed.choice("grade", Grade.class).orElse(null)
                        : null,
                typed.text(Step.evidence(category)));
    }

    /** The same once the clerk has said that those who are alike are others. */
    Typed settled() {
        String others = others().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        return typed.with(Step.OTHERS, others.isEmpty() ? null : others)
                .with("alike", null)
                .with("different", null);
    }

    /** Holders of whom the clerk said that they are others. */
    private Set<Long> others() {
        Set<Long> others = new TreeSet<>();
        add(others, typed.text(Step.OTHERS));
        if (typed.ticked("different")) {
            add(others, typed.text("alike"));
        }
        return others;
    }

    private static void add(Set<Long> numbers, String list) {
        for (String text : list.split(",", -1)) {
            boolean number = !text.isEmpty()
                    && text.length() <= MOST_DIGITS
                    && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
            if (number) {
                numbers.add(Long.valueOf(text));
            }
        }
    }

    /** The field of the wizard that core calls so. */
    String field(@Nullable String ofCore) {
        if (ofCore == null) {
            return "";
        }
        boolean number = ofCore.startsWith("documents");
        if (number || (!asksForBirth() && (ofCore.equals("bornOn") || ofCore.equals("sex")))) {
            return ofCore.endsWith("kind") ? "kind" : "number";
        }
        if (ofCore.startsWith("categories[")) {
            int end = ofCore.indexOf(']');
            Category category = dated().get(Integer.parseInt(ofCore.substring("categories[".length(), end)));
            String what = ofCore.substring(end + 2);
            return what.equals("grade") ? what : what.equals("category") ? "from-" + category : what + "-" + category;
        }
        return ofCore.equals("consentVersion") ? "consent" : ofCore;
    }

    /** When they were born: as the number says, or as typed; null: neither is readable. */
    @Nullable
    LocalDate bornOn() {
        return asksForBirth()
                ? date("bornOn")
                : document().map(IdDocument::bornOn).orElse(null);
    }

    /** Their sex, known in the same way. */
    @Nullable
    Sex sex() {
        return asksForBirth()
                ? typed.choice("sex", Sex.class).orElse(null)
                : document().map(IdDocument::sex).orElse(null);
    }

    private Optional<IdDocument> document() {
        return IdDocument.recognise(typed.text("number"));
    }

    private @Nullable LocalDate date(String name) {
        return Dates.find(typed, name).orElse(null);
    }
}
