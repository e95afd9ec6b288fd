package cn.suinian.core.holder.lookup;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.Period;
import cn.suinian.core.holder.Sex;
import cn.suinian.core.holder.document.DocumentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a holder, masked.
 *
 * @param rowVersion what a correction must name, so that it corrects what was seen
 * @param age full years today
 * @param district that serves them
 * @param documents those of now and those that were replaced
 * @param cards all they ever had, the newest first
 * @param statements what was said of hukou and categories, the newest first
 * @param events deaths and moves, the newest first
 * @param changes corrections, the newest first
 */
public record HolderPage(
        long holderId,
        int rowVersion,
        Person person,
        int age,
        @Nullable LocalDate deceasedOn,
        District district,
        List<Document> documents,
        List<Period<District>> hukou,
        List<Period<Category>> categories,
        List<Card> cards,
        List<Statement> statements,
        List<Event> events,
        List<Change> changes) {

    /** Masked, but for what counters need in clear. */
    public record Person(
            String name,
            String bornOn,
            Sex sex,
            @Nullable String phone,
            @Nullable String bankAccount,
            boolean photo,
            String consentVersion,
            Instant consentAt,
            Instant registeredAt,
            String registeredBy) {}

    /** A document. */
    public record Document(
            DocumentKind kind,
            String number,
            Instant recordedAt,
            String recordedBy,
            @Nullable Instant endedAt) {}

    /** A card. */
    public record Card(String number, CardStatus status, Instant since, LocalDate expiresOn) {}

    /**
     * What was said of a hukou or a category; the evidence is in the full record.
     *
     * @param corrects what it put right; null: it was new
     */
    public record Statement(
            long statementNo,
            String act,
            @Nullable District district,
            @Nullable Category category,
            @Nullable String grade,
            LocalDate effectiveOn,
            @Nullable LocalDate until,
            Instant recordedAt,
            String actor,
            @Nullable StartCorrection corrects) {}

    /** The first day of a hukou as it was recorded before, and why it was corrected. */
    public record StartCorrection(LocalDate was, String reason) {}

    /** Who asked that a death be undone, and who approved it. */
    public record Undoing(String askedBy, String approvedBy) {}

    /**
     * A death or a move.
     *
     * @param openRequest the number of a request to undo it that waits for a second signature
     */
    public record Event(
            long eventNo,
            String kind,
            LocalDate effectiveOn,
            @Nullable District district,
            Instant recordedAt,
            String actor,
            @Nullable Instant undoneAt,
            @Nullable Undoing undoing,
            @Nullable Long openRequest) {}

    /** A correction; the value before is in the full record. */
    public record Change(long changeNo, String field, Instant changedAt, String actor, String reason) {}
}
