package cn.suinian.gateway.console.flags;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.settlement.risk.policy.FlagKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Flags in words: everything the template prints, ready to print. */
public final class FlagsView {

    private final Frame frame;
    private final FlagFilter filter;
    private final @Nullable List<StoredFlag> found;
    private final int perPage;
    private final @Nullable FlagsText wrong;

    /**
     * One flag.
     *
     * @param tap the tap that it is about
     * @param otherTap null: it was compared with none
     * @param lens where it is answered; null: not by this visitor, or it is of no vendor
     */
    public record Row(
            int score,
            String title,
            String line,
            String vendor,
            String day,
            Way tap,
            @Nullable Way otherTap,
            Way holder,
            @Nullable String lens,
            String found) {}

    /**
     * Something that leads on.
     *
     * @param path null: nowhere for this visitor
     */
    public record Way(String text, @Nullable String path) {}

    /** A kind to choose. */
    public record Choice(String value, String name, boolean chosen) {}

    /**
     * A page of flags.
     *
     * @param found one more than fit on a page, when there are; null: they could not be read
     */
    FlagsView(Frame frame, FlagFilter filter, @Nullable List<StoredFlag> found, int perPage) {
        this(frame, filter, found, perPage, null);
    }

    private FlagsView(
            Frame frame, FlagFilter filter, @Nullable List<StoredFlag> found, int perPage, @Nullable FlagsText wrong) {
        this.frame = frame;
        this.filter = filter;
        this.found = found;
        this.perPage = perPage;
        this.wrong = wrong;
    }

    /** The page that says which parameter is wrong, with an empty form to try again. */
    static FlagsView refusing(Frame frame, FlagsText wrong) {
        return new FlagsView(frame, FlagFilter.ANY, List.of(), 0, wrong);
    }

    /** What is wrong with what was asked, when something is. */
    public Optional<String> wrong() {
        return Optional.ofNullable(wrong).map(phrase -> say(phrase));
    }

    /** The frame of the page. */
    public Frame frame() {
        return frame;
    }

    /** A phrase, with values for its placeholders. */
    public String say(FlagsText phrase, Object... values) {
        return phrase.in(frame.language(), values);
    }

    /** What this visitor can do about a flag. */
    public String next() {
        if (may(Permission.LENS_HOLD)) {
            return say(FlagsText.NEXT_ANSWER);
        }
        return say(may(Permission.LENS_VIEW) ? FlagsText.NEXT_LOOK : FlagsText.NEXT_ASK);
    }

    /** What the link to the case says. */
    public String toLens() {
        return say(may(Permission.LENS_HOLD) ? FlagsText.TO_ANSWER : FlagsText.TO_LOOK);
    }

    /** Whether the database answered. */
    public boolean readable() {
        return found != null;
    }

    /** Why there is nothing, when there is nothing. */
    public Optional<String> empty() {
        return shown().isEmpty()
                ? Optional.of(say(filter.isAny() ? FlagsText.EMPTY_LINE : FlagsText.EMPTY_FILTERED))
                : Optional.empty();
    }

    /** Whether a kind or a day was asked for. */
    public boolean filtered() {
        return !filter.isAny();
    }

    /** The kinds to choose from. */
    public List<Choice> kinds() {
        return Arrays.stream(FlagKind.values())
                .map(kind ->
                        new Choice(kind.name(), EvidenceText.title(kind).in(frame.language()), kind == filter.kind()))
                .toList();
    }

    /** The day asked for; empty: every day. */
    public String day() {
        return filter.day() == null ? "" : filter.day().toString();
    }

    /** The flags of this page. */
    public List<Row> rows() {
        return shown().stream().map(this::row).toList();
    }

    /** Where older flags are, when there are any. */
    public Optional<String> olderPath() {
        List<StoredFlag> shown = shown();
        return found != null && found.size() > shown.size()
                ? Optional.of(filter.pathAfter(shown.get(shown.size() - 1).id()))
                : Optional.empty();
    }

    /** Where the newest flags are, when this is not they. */
    public Optional<String> newestPath() {
        return filter.isFirstPage() ? Optional.empty() : Optional.of(filter.firstPath());
    }

    private List<StoredFlag> shown() {
        return found == null ? List.of() : found.subList(0, Math.min(perPage, found.size()));
    }

    private Row row(StoredFlag flag) {
        return new Row(
                flag.score(),
                EvidenceText.title(flag.kind(), frame.language()),
                EvidenceText.line(flag, frame.language()),
                flag.vendor(),
                flag.day().toString(),
                tap(flag.tap()),
                flag.otherTap() == null ? null : tap(flag.otherTap()),
                way(Permission.HOLDER_VIEW, say(FlagsText.HOLDER, flag.holderId()), "/holders/" + flag.holderId()),
                may(Permission.LENS_VIEW) && !flag.vendor().isEmpty() ? "/lens/items/FLAG." + flag.id() : null,
                say(FlagsText.FOUND, Figures.time(flag.firstSeenAt())));
    }

    private Way tap(TapId tap) {
        return way(Permission.TAP_VIEW, tap.toString(), "/taps/" + tap);
    }

    private Way way(Permission permission, String text, String path) {
        return new Way(text, may(permission) ? path : null);
    }

    private boolean may(Permission permission) {
        return frame.visitor().may(permission);
    }
}
