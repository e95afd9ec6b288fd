package cn.suinian.gateway.console.limit;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.limit.LimitViews.ChangeView;
import cn.suinian.gateway.console.limit.LimitViews.DecideView;
import cn.suinian.gateway.console.limit.LimitViews.ListView;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.settlement.limit.Limit;
import cn.suinian.settlement.limit.LimitRefusal;
import cn.suinian.settlement.limit.LimitRoom;
import cn.suinian.settlement.limit.LimitVersion;
import cn.suinian.settlement.limit.Limits;
import cn.suinian.settlement.limit.Limits.Wanted;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Limits of the three rooms: what holds, a change, and what a second person says of it. */
public final class LimitPages {
    private final Limits limits;
    private final VendorRegister vendors;

    public LimitPages(Limits limits, VendorRegister vendors) {
        this.limits = limits;
        this.vendors = vendors;
    }

    /** Every route of every room; before those of rooms that have a number where these have a word. */
    public List<ConsoleRoute> routes() {
        return Arrays.stream(LimitRoom.values())
                .map(this::routes)
                .flatMap(List::stream)
                .toList();
    }

    private List<ConsoleRoute> routes(LimitRoom room) {
        String all = LimitViews.path(room);
        String change = all + "/change";
        String one = all + "/changes/:no";
        return NotThere.around(
                List.of(
                        ConsoleRoute.get(all, room.view(), visit -> list(visit, room)),
                        ConsoleRoute.form(change, room.ask(), (visit, problems) -> form(visit, room, problems)),
                        ConsoleRoute.act(
                                change,
                                room.ask(),
                                visit -> ask(visit, room),
                                (visit, problems) -> form(visit, room, problems)),
                        ConsoleRoute.form(one, room.view(), (visit, problems) -> show(visit, room, problems)),
                        ConsoleRoute.act(
                                one + "/approve",
                                room.approve(),
                                this::approve,
                                (visit, problems) -> show(visit, room, problems)),
                        ConsoleRoute.act(
                                one + "/reject",
                                room.approve(),
                                visit -> reject(visit, room),
                                (visit, problems) -> show(visit, room, problems))),
                LimitRefusal.NO_SUCH_CHANGE);
    }

    private Answer list(Visit visit, LimitRoom room) throws SQLException {
        ListView view = new ListView(
                visit.frame(),
                room,
                words(visit, room),
                limits.listInForce(visit.actor(), room),
                limits.listHistory(visit.actor(), room));
        return Answer.page("limit/list.jte", Map.of("view", view));
    }

    /** With what the address names, or with what was typed. */
    private Answer form(Visit visit, LimitRoom room, Problems problems) throws SQLException {
        Typed typed = visit.typed().all().isEmpty()
                ? Typed.of(Map.of(
                        "limit", visit.query("limit").orElse(""),
                        "about", visit.query("about").orElse("")))
                : visit.typed();
        Optional<Limit> limit = limit(typed, room);
        if (limit.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        LimitWords words = words(visit, room);
        String about = typed.text("about");
        List<LimitVersion> inForce = limits.listInForce(visit.actor(), room).stream()
                .filter(version -> version.limit() == limit.get())
                .toList();
        boolean known = inForce.stream().anyMatch(version -> version.about().equals(about));
        if (!known && limit.get().about() != Limit.About.VENDOR) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        ChangeView view = new ChangeView(visit.form(typed, problems), limit.get(), known ? about : "", words, inForce);
        return Answer.page("limit/change.jte", Map.of("view", view));
    }

    private Answer ask(Visit visit, LimitRoom room) throws SQLException {
        Typed typed = visit.typed();
        Limit limit = limit(typed, room).orElseThrow(() -> new RefusedException(LimitRefusal.NO_SUCH_CHANGE));
        Optional<LocalDate> from = Words.day(typed.text("from"));
        if (typed.find("from").isPresent() && from.isEmpty()) {
            throw new RefusedException(LimitRefusal.FROM_INVALID, "from");
        }
        String value = typed.text("value");
        if (!value.isEmpty() && (limit.unit() == Limit.Unit.FEN || Tenths.are(limit))) {
            OptionalLong kept = Tenths.are(limit) ? Tenths.read(value) : Words.fen(value);
            value = kept.isPresent() ? Long.toString(kept.getAsLong()) : "?";
        }
        limits.ask(
                visit.actor(), new Wanted(limit, typed.text("about"), value, from.orElse(null)), typed.text("reason"));
        return done(visit, room, LimitText.ASKED_SAID);
    }

    private Answer show(Visit visit, LimitRoom room, Problems problems) throws SQLException {
        LimitVersion asked = limits.find(visit.actor(), room, NotThere.number(visit, "no"))
                .orElseThrow(() -> new RefusedException(LimitRefusal.NO_SUCH_CHANGE));
        LimitVersion before = limits.listInForce(visit.actor(), room).stream()
                .filter(version ->
                        version.limit() == asked.limit() && version.about().equals(asked.about()))
                .findFirst()
                .orElse(null);
        FormView form = visit.form(problems);
        DecideView view = new DecideView(
                form,
                visit.form(problems),
                asked,
                before,
                words(visit, room),
                Objects.equals(visit.actor().staffId(), asked.askedBy()));
        return Answer.page("limit/decide.jte", Map.of("view", view));
    }

    private Answer approve(Visit visit) throws SQLException {
        LimitVersion decided = limits.approve(visit.actor(), NotThere.number(visit, "no"));
        return done(visit, decided.limit().room(), LimitText.APPROVED_SAID, decided.holdsFrom());
    }

    private Answer reject(Visit visit, LimitRoom room) throws SQLException {
        limits.reject(visit.actor(), NotThere.number(visit, "no"), visit.typed().text("reason"));
        return done(visit, room, LimitText.REJECTED_SAID);
    }

    private static Answer done(Visit visit, LimitRoom room, LimitText what, Object... values) {
        return Answer.to(LimitViews.path(room)).saying(Flash.done(visit.frame().say(what, values)));
    }

    private static Optional<Limit> limit(Typed typed, LimitRoom room) {
        return typed.choice("limit", Limit.class).filter(limit -> limit.room() == room);
    }

    private LimitWords words(Visit visit, LimitRoom room) throws SQLException {
        return LimitWords.of(vendors, room, visit.actor(), visit.frame().language());
    }
}
