package cn.suinian.gateway.console.holder.register;

import cn.suinian.core.holder.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps, in their order, and what each asks. */
enum Step {
    DOCUMENT(1, List.of("kind", "number")),
    PERSON(2, List.of("name", "bornOn", "birthEvidence", "sex", "phone", "bankAccount")),
    RESIDENCE(3, residence()),
    /** Only for those in a category. */
    CATEGORIES(3, details()),
    /** Only when there is somebody alike. */
    ALIKE(3, List.of("different")),
    CHECK(4, List.of("consent", "photo"));

    /** Holders whom the clerk has looked at and found to be others; no step's own. */
    static final String OTHERS = "others";

    private final int shownAs;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final List<String> fields;

    Step(int shownAs, List<String> fields) {
        this.shownAs = shownAs;
        this.fields = fields;
    }

    /** Which of the steps on top it is, from 1. */
    int shownAs() {
        return shownAs;
    }

    /** The names of its fields. */
    List<String> fields() {
        return fields;
    }

    /** Whether this step asks for the field. */
    boolean asks(String field) {
        return fields.contains(field);
    }

    /** Every field but its own: what its form carries along. */
    List<String> carried() {
        return Stream.concat(
                        Arrays.stream(values())
                                .filter(step -> step != this && step != ALIKE)
                                .flatMap(step -> step.fields.stream()),
                        Stream.of(OTHERS))
                .filter(field -> !field.equals("photo") && !field.equals("consent"))
                .toList();
    }

    /** The step of this name. */
    static Step of(String name) {
        return Arrays.stream(values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElse(DOCUMENT);
    }

    /** The first step that asks for the field. */
    static Optional<Step> asking(String field) {
        return Arrays.stream(values()).filter(step -> step.asks(field)).findFirst();
    }

    static String tick(Category category) {
        return "category-" + category.name();
    }

    static String from(Category category) {
        return "from-" + category.name();
    }

    static String until(Category category) {
        return "until-" + category.name();
    }

    static String evidence(Category category) {
        return "evidence-" + category.name();
    }

    private static List<String> residence() {
        return Stream.concat(
                        Stream.of("district", "hukou", "hukouSince", "hukouEvidence"),
                        Arrays.stream(Category.values()).map(Step::tick))
                .toList();
    }

    private static List<String> details() {
        return Stream.concat(
                        Arrays.stream(Category.values())
                                .flatMap(category -> Stream.of(from(category), until(category), evidence(category))),
                        Stream.of("grade"))
                .toList();
    }
}
