package cn.suinian.gateway.console.holder.page;

import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.timeline.CardChange;
import cn.suinian.core.holder.timeline.HolderTimeline;
import cn.suinian.core.holder.timeline.TapSeen;
import cn.suinian.gateway.console.holder.word.History;
import cn.suinian.gateway.console.holder.word.WordText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.today.Names;
import cn.suinian.gateway.console.today.ReasonText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A week of a holder, ready to print.
 *
 * @param taps empty: reading them took too long, or this visitor may not see them
 * @param mayTaps whether this visitor may see taps
 */
public record TimelineView(
        Frame frame,
        HolderPage page,
        Optional<List<TapSeen>> taps,
        boolean mayTaps,
        List<CardChange> cards,
        Days days) {

    /** The newest week there is, and the oldest. */
    private static final int WEEK = 7;

    private static final int OLDEST = 60;

    /** The days that are looked at, both included. */
    public record Days(LocalDate from, LocalDate to, LocalDate today) {
        /** The week that ends on this day, never after today and never longer ago than taps are kept at hand. */
        static Days endingOn(LocalDate asked, LocalDate today) {
            LocalDate oldest = today.minusDays(OLDEST - 1);
            LocalDate to = asked.isAfter(today) ? today : asked.isBefore(oldest) ? oldest : asked;
            LocalDate from = to.minusDays(WEEK - 1);
            return new Days(from.isBefore(oldest) ? oldest : from, to, today);
        }

        boolean has(Instant at) {
            LocalDate day = LocalDate.ofInstant(at, Figures.ZONE);
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Something that happened. */
    public record Row(
            Instant at,
            String when,
            String what,
            String second,
            String tone,
            String outcome,
            @Nullable String path) {}

    public String say(HolderText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String say(WordText phrase) {
        return frame.say(phrase);
    }

    /** The address of something of this holder. */
    public String path(String what) {
        return "/holders/" + page.holderId() + what;
    }

    /** The week before; null: none. */
    public @Nullable String older() {
        LocalDate before = days.from().minusDays(1);
        return before.isBefore(days.today().minusDays(OLDEST - 1)) ? null : path("/timeline?to=" + before);
    }

    /** The week after; null: none. */
    public @Nullable String newer() {
        LocalDate after = days.to().plusDays(WEEK);
        return days.to().isBefore(days.today()) ? path("/timeline?to=" + after) : null;
    }

    /** Everything of these days, the newest first. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        taps.orElse(List.of()).forEach(tap -> rows.add(tap(tap)));
        cards.stream().filter(change -> days.has(change.since())).forEach(change -> rows.add(card(change)));
        History.of(page, language()).stream()
                .filter(entry -> days.has(entry.at()))
                .forEach(entry -> rows.add(
                        new Row(entry.at(), when(entry.at()), entry.what(), entry.why(), "", entry.who(), null)));
        rows.sort(Comparator.comparing(Row::at).reversed());
        return rows;
    }

    /** What is to be known of the taps; null: nothing. */
    public @Nullable String notice() {
        if (!mayTaps) {
            return null;
        }
        if (taps.isEmpty()) {
            return say(HolderText.TAPS_SLOW);
        }
        return taps.get().size() == HolderTimeline.MOST_TAPS
                ? say(HolderText.TAPS_MANY, HolderTimeline.MOST_TAPS)
                : null;
    }

    private Row tap(TapSeen tap) {
        boolean approved = tap.reason() == 0;
        String outcome = approved
                ? say(HolderText.APPROVED, Figures.yuan(tap.amountFen()), Figures.yuan(tap.subsidyFen()))
                : say(HolderText.DECLINED, ReasonText.of(tap.reason()).title().in(language()));
        String place = tap.place();
        return new Row(
                tap.tappedAt(),
                when(tap.tappedAt()),
                Names.service(tap.service(), language()),
                place == null || place.isEmpty() ? tap.vendor() : tap.vendor() + " · " + place,
                approved ? "approved" : "declined",
                tap.reversed() ? outcome + say(WordText.COMMA) + say(HolderText.UNDONE) : outcome,
                "/taps/" + tap.id());
    }

    private Row card(CardChange change) {
        String now = WordText.CARD_NOW.in(
                language(), change.card().masked(), Words.of(change.status()).in(language()));
        return new Row(change.since(), when(change.since()), now, "", "", "", null);
    }

    private static String when(Instant at) {
        return Figures.dateTime(at);
    }

    private Language language() {
        return frame.language();
    }
}
