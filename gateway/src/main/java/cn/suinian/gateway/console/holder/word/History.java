package cn.suinian.gateway.console.holder.word;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was recorded of a holder, in words, the newest first. */
public final class History {

    private final HolderPage page;
    private final Language language;

    private History(HolderPage page, Language language) {
        this.page = page;
        this.language = language;
    }

    /**
     * One thing that was recorded.
     *
     * @param mark its number among those of its kind
     * @param why the reason that was given; empty: none was asked for
     */
    public record Entry(Mark mark, Instant at, String what, String who, String why) {}

    /** Which of what kind. */
    public record Mark(Kind kind, long number) {}

    /** The tables that entries come from. */
    public enum Kind {
        CHANGE,
        STATEMENT,
        EVENT
    }

    /** All of it. */
    public static List<Entry> of(HolderPage page, Language language) {
        return new History(page, language).entries();
    }

    private List<Entry> entries() {
        return Stream.of(
                        page.changes().stream().map(this::change),
                        page.statements().stream().map(this::statement),
                        page.events().stream().map(this::event))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Entry::at).reversed())
                .toList();
    }

    private Entry change(HolderPage.Change change) {
        return new Entry(
                new Mark(Kind.CHANGE, change.changeNo()),
                change.changedAt(),
                change.field().equals("CONSENT")
                        ? WordText.CONSENT_CHANGED.in(language)
                        : WordText.CORRECTED.in(language, field(change.field())),
                change.actor(),
                change.reason().equals("MOVE_DISTRICT") ? WordText.BY_MOVE.in(language) : change.reason());
    }

    private Entry statement(HolderPage.Statement said) {
        HolderPage.StartCorrection corrects = said.corrects();
        return new Entry(
                new Mark(Kind.STATEMENT, said.statementNo()),
                said.recordedAt(),
                corrects == null ? what(said) : corrected(said, corrects),
                said.actor(),
                corrects == null ? "" : corrects.reason());
    }

    private String corrected(HolderPage.Statement said, HolderPage.StartCorrection corrects) {
        return WordText.HUKOU_CORRECTED.in(language, name(said.district()), corrects.was(), said.effectiveOn());
    }

    private String what(HolderPage.Statement said) {
        return switch (said.act()) {
            case "HUKOU_SET" -> WordText.HUKOU_SET.in(language, name(said.district()), said.effectiveOn());
            case "HUKOU_ENDED" -> WordText.HUKOU_ENDED.in(language, name(said.district()), said.effectiveOn());
            case "CATEGORY_ADDED" -> WordText.CATEGORY_ADDED.in(language, name(said.category()), said.effectiveOn());
            case "CATEGORY_ENDED" -> WordText.CATEGORY_ENDED.in(language, name(said.category()), said.effectiveOn());
            default -> said.act();
        };
    }

    private Entry event(HolderPage.Event event) {
        return new Entry(new Mark(Kind.EVENT, event.eventNo()), event.recordedAt(), what(event), event.actor(), "");
    }

    private String what(HolderPage.Event event) {
        return switch (event.kind()) {
            case "DEATH" -> death(event);
            case "MOVE_OUT" -> WordText.MOVED_OUT.in(language, event.effectiveOn());
            case "MOVE_DISTRICT" -> WordText.MOVED.in(language, name(event.district()), event.effectiveOn());
            default -> event.kind();
        };
    }

    private String death(HolderPage.Event event) {
        HolderPage.Undoing undoing = event.undoing();
        Instant undoneAt = event.undoneAt();
        if (undoing == null || undoneAt == null) {
            return WordText.DIED.in(language, event.effectiveOn());
        }
        return WordText.DEATH_UNDONE.in(
                language, event.effectiveOn(), undoing.askedBy(), undoing.approvedBy(), Figures.dateTime(undoneAt));
    }

    private String name(@Nullable District district) {
        return Words.of(Objects.requireNonNull(district), language);
    }

    private String name(@Nullable Category category) {
        return Words.of(Objects.requireNonNull(category)).in(language);
    }

    /** A field of the register, by the name it is stored under; one of a newer release keeps that name. */
    private String field(String stored) {
        return switch (stored) {
            case "NAME" -> WordText.NAME.in(language);
            case "PHONE" -> WordText.PHONE.in(language);
            case "BANK_ACCOUNT" -> WordText.BANK_ACCOUNT.in(language);
            case "SEX" -> WordText.SEX.in(language);
            case "BORN_ON" -> WordText.BORN_ON.in(language);
            case "BIRTH_EVIDENCE" -> WordText.BIRTH_EVIDENCE.in(language);
            case "DISTRICT" -> WordText.DISTRICT_FIELD.in(language);
            case "CONSENT" -> WordText.CONSENT.in(language);
            case "DOCUMENT" -> WordText.DOCUMENT.in(language);
            case "PHOTO" -> WordText.PHOTO.in(language);
            default -> stored;
        };
    }
}
