package cn.suinian.gateway.counter.body;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import cn.suinian.core.holder.register.CategoryClaim;
import cn.suinian.core.holder.register.Correction;
import cn.suinian.core.holder.register.GivenDocument;
import cn.suinian.core.holder.register.Registration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said of holders. */
public final class HolderBodies {

    private static final int MOST_DOCUMENTS = 8;
    private static final int MOST_CATEGORIES = 12;
    private static final int MOST_OTHERS = 20;

    private HolderBodies() {}

    /** A correction and why it is made. */
    public record Corrected(Correction correction, String reason) {
        @Override
        public String toString() {
            return "a correction";
        }
    }

    /** What can happen to a holder. */
    public enum Kind {
        DEATH,
        MOVE_OUT,
        MOVE_DISTRICT
    }

    /**
     * What happened to a holder.
     *
     * @param district of a move within the city; null: it is none
     * @param hukouToo whether the hukou moves along
     */
    public record Event(
            Kind kind,
            LocalDate on,
            String evidence,
            @Nullable District district,
            boolean hukouToo) {
        @Override
        public String toString() {
            return kind.name();
        }
    }

    /** What a counter writes down of somebody, in flat members named as the register names them. */
    public static Registration registration(Given given) {
        return new Registration(
                given.objects("documents", MOST_DOCUMENTS, HolderBodies::document),
                given.text("name"),
                new Registration.Birth(
                        given.optionalDate("bornOn").orElse(null),
                        given.optionalText("birthEvidence").orElse(null)),
                given.optionalConstant("sex", Sex.class).orElse(null),
                new Registration.Contact(
                        given.optionalText("phone").orElse(null),
                        given.optionalText("bankAccount").orElse(null)),
                new Registration.Residence(
                        given.constant("district", District.class),
                        given.optionalConstant("hukou", District.class).orElse(null),
                        given.optionalDate("hukouSince").orElse(null),
                        given.optionalText("hukouEvidence").orElse(null)),
                given.objects("categories", MOST_CATEGORIES, HolderBodies::claim),
                given.text("consentVersion"),
                null,
                given.numbers("notTheSameAs", MOST_OTHERS, 1, Long.MAX_VALUE));
    }

    /** What is to be different, and why. */
    public static Corrected correction(Given given) {
        Correction correction = new Correction(
                given.optionalText("name").orElse(null),
                given.optionalText("phone").orElse(null),
                given.optionalText("bankAccount").orElse(null),
                given.optionalConstant("sex", Sex.class).orElse(null),
                given.optionalDate("bornOn").orElse(null),
                given.optionalObject("document", HolderBodies::document).orElse(null),
                given.optionalText("evidence").orElse(null),
                given.optionalText("consentVersion").orElse(null),
                null);
        return new Corrected(correction, given.text("reason"));
    }

    /** That a holder is in a category. */
    public static CategoryClaim claim(Given given) {
        return new CategoryClaim(
                given.constant("category", Category.class),
                given.date("from"),
                given.optionalDate("until").orElse(null),
                given.optionalConstant("grade", CategoryClaim.Grade.class).orElse(null),
                given.text("evidence"));
    }

    /** A death or a move. */
    public static Event event(Given given) {
        Kind kind = given.constant("kind", Kind.class);
        return switch (kind) {
            case DEATH, MOVE_OUT -> new Event(kind, given.date("on"), given.text("evidence"), null, false);
            case MOVE_DISTRICT ->
                new Event(
                        kind,
                        given.date("on"),
                        given.text("evidence"),
                        given.constant("district", District.class),
                        given.truth("hukouToo"));
        };
    }

    private static GivenDocument document(Given given) {
        return new GivenDocument(given.constant("kind", DocumentKind.class), given.text("number"));
    }
}
