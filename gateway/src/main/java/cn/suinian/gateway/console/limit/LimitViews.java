package cn.suinian.gateway.console.limit;

import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.settlement.limit.Limit;
import cn.suinian.settlement.limit.LimitRoom;
import cn.suinian.settlement.limit.LimitVersion;
import cn.suinian.settlement.limit.LimitVersion.State;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits, ready to print. */
public final class LimitViews {
    private LimitViews() {}

    /** Where a room's limits are. */
    static String path(LimitRoom room) {
        return switch (room) {
            case RECONCILIATION -> "/reconciliation/limits";
            case PAYOUT -> "/payouts/limits";
            case LENS -> "/lens/limits";
        };
    }

    static String path(LimitVersion version) {
        return path(version.limit().room()) + "/changes/" + version.requestNo();
    }

    /**
     * A limit as it holds.
     *
     * @param changePath null: a change of it waits
     */
    public record Row(
            String name,
            String about,
            String value,
            String since,
            List<Link> next,
            @Nullable String changePath) {}

    /** What is coming or waits. */
    public record Link(String path, String text) {}

    /** A value that there was. */
    public record Past(
            String name,
            String about,
            String value,
            String from,
            String tone,
            String state,
            String asked,
            String askedAt,
            String reason,
            String decided,
            @Nullable String path) {}

    /** All of a room. */
    public record ListView(
            Frame frame, LimitRoom room, LimitWords words, List<LimitVersion> inForce, List<LimitVersion> history) {

        public String say(Phrase phrase, Object... values) {
            return frame.say(phrase, values);
        }

        /** Of the city only: a district is judged like all others. */
        public boolean mayChange() {
            return frame.visitor().city() && frame.visitor().may(room.ask());
        }

        public List<Row> rows() {
            return inForce.stream().map(this::row).toList();
        }

        private Row row(LimitVersion version) {
            return new Row(
                    words.name(version.limit()),
                    words.about(version.limit(), version.about()),
                    words.value(version.limit(), version.value()),
                    version.requestNo() == 0 ? say(LimitText.FROM_THE_START) : String.valueOf(version.holdsFrom()),
                    history.stream()
                            .filter(other -> other.limit() == version.limit()
                                    && other.about().equals(version.about()))
                            .filter(other -> other.state() == State.WAITING || isComing(other, version))
                            .map(this::link)
                            .toList(),
                    isAsked(version)
                            ? null
                            : new Address(path(room) + "/change")
                                    .with("limit", version.limit().name())
                                    .with("about", version.about().isEmpty() ? null : version.about())
                                    .toString());
        }

        /** Whether nothing can be asked for in this line; that of all vendors is also where one vendor is chosen. */
        private boolean isAsked(LimitVersion version) {
            boolean chooses = version.limit().about() == Limit.About.VENDOR
                    && version.about().isEmpty();
            return !chooses
                    && history.stream()
                            .anyMatch(other -> other.state() == State.WAITING
                                    && other.limit() == version.limit()
                                    && other.about().equals(version.about()));
        }

        private static boolean isComing(LimitVersion other, LimitVersion inForce) {
            LocalDate from = other.holdsFrom();
            LocalDate since = inForce.holdsFrom();
            return other.state() == State.CONFIRMED && from != null && since != null && from.isAfter(since);
        }

        private Link link(LimitVersion other) {
            String value = words.value(other.limit(), other.value());
            return new Link(
                    path(other),
                    other.state() == State.WAITING
                            ? say(LimitText.WAITS, value, other.askedAs(), Figures.dateTime(other.askedAt()))
                            : say(LimitText.COMING, other.holdsFrom(), value));
        }

        public List<Past> past() {
            return history.stream().map(this::past).toList();
        }

        private Past past(LimitVersion version) {
            return new Past(
                    words.name(version.limit()),
                    words.about(version.limit(), version.about()),
                    words.value(version.limit(), version.value()),
                    from(frame, version),
                    tone(version.state()),
                    say(state(version.state())),
                    version.requestNo() == 0 ? say(LimitText.THE_HOUSE) : version.askedAs(),
                    Figures.dateTime(version.askedAt()),
                    version.reason(),
                    version.decidedAs() == null || version.requestNo() == 0 ? "" : version.decidedAs(),
                    version.requestNo() == 0 ? null : path(version));
        }
    }

    /**
     * A change that is typed.
     *
     * @param inForce every value of this limit that holds now
     */
    public record ChangeView(FormView form, Limit limit, String about, LimitWords words, List<LimitVersion> inForce) {

        /** What holds now, by what it is about: of all vendors and of single ones where they may have their own. */
        public Map<String, String> now() {
            Map<String, String> now = new LinkedHashMap<>();
            inForce.stream()
                    .filter(version -> choosesVendor() || version.about().equals(about))
                    .forEach(version -> now.put(
                            say(LimitText.BEFORE) + " · " + words.about(limit, version.about()),
                            words.value(limit, version.value())));
            return now;
        }

        public Frame frame() {
            return form.frame();
        }

        public String say(Phrase phrase, Object... values) {
            return frame().say(phrase, values);
        }

        public String title() {
            String name = words.name(limit);
            return say(LimitText.CHANGE_TITLE, about.isEmpty() ? name : name + " · " + words.about(limit, about));
        }

        public String path() {
            return LimitViews.path(limit.room());
        }

        public String name() {
            return words.name(limit);
        }

        public String hint() {
            return words.hint(limit);
        }

        /** Whether one vendor may be chosen. */
        public boolean choosesVendor() {
            return limit.about() == Limit.About.VENDOR;
        }

        public List<Option> vendors() {
            return words.vendors().options();
        }

        public boolean yesOrNo() {
            return limit.unit() == Limit.Unit.YES_NO;
        }

        public List<Option> choices() {
            return words.yesOrNo();
        }

        public boolean needed() {
            return !limit.mayBeNone("1");
        }
    }

    /**
     * A change that a second person decides.
     *
     * @param before null: it is the first of this vendor
     */
    public record DecideView(
            FormView form,
            FormView rejection,
            LimitVersion asked,
            @Nullable LimitVersion before,
            LimitWords words,
            boolean own) {

        public Frame frame() {
            return form.frame();
        }

        public String say(Phrase phrase, Object... values) {
            return frame().say(phrase, values);
        }

        public String title() {
            return say(LimitText.DECIDE_TITLE, asked.requestNo());
        }

        public String path() {
            return LimitViews.path(asked);
        }

        public String back() {
            return LimitViews.path(asked.limit().room());
        }

        public boolean decides() {
            return asked.state() == State.WAITING
                    && !own
                    && frame().visitor().city()
                    && frame().visitor().may(asked.limit().room().approve());
        }

        public String whyNot() {
            if (asked.state() != State.WAITING) {
                return say(LimitText.DECIDED) + "：" + say(state(asked.state()));
            }
            return say(own ? LimitText.OWN : LimitText.NO_RIGHT);
        }

        public Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put(say(LimitText.NAME), words.name(asked.limit()));
            facts.put(say(LimitText.ABOUT), words.about(asked.limit(), asked.about()));
            facts.put(say(LimitText.BEFORE), words.value(asked.limit(), before == null ? null : before.value()));
            facts.put(say(LimitText.AFTER), words.value(asked.limit(), asked.value()));
            facts.put(say(LimitText.SINCE), from(frame(), asked));
            facts.put(say(LimitText.ASKED_BY), asked.askedAs() + " · " + Figures.dateTime(asked.askedAt()));
            facts.put(say(LimitText.WHY), asked.reason());
            if (asked.decidedAs() != null) {
                facts.put(say(LimitText.DECIDED_BY), asked.decidedAs());
            }
            return facts;
        }
    }

    private static String from(Frame frame, LimitVersion version) {
        LocalDate from = version.holdsFrom() == null ? version.wantedFrom() : version.holdsFrom();
        if (version.requestNo() == 0) {
            return frame.say(LimitText.FROM_THE_START);
        }
        return from == null ? frame.say(LimitText.AT_ONCE) : from.toString();
    }

    private static LimitText state(State state) {
        return switch (state) {
            case WAITING -> LimitText.WAITING;
            case CONFIRMED -> LimitText.CONFIRMED;
            case REJECTED -> LimitText.REJECTED;
            case WITHDRAWN -> LimitText.WITHDRAWN;
        };
    }

    private static String tone(State state) {
        return switch (state) {
            case WAITING -> "wait";
            case CONFIRMED -> "good";
            case REJECTED -> "bad";
            case WITHDRAWN -> "over";
        };
    }
}
