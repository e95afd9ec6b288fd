package cn.suinian.gateway.console.holder.page;

import cn.suinian.core.holder.lookup.FullRecord;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.person.Photo;
import cn.suinian.core.holder.timeline.TapSeen;
import cn.suinian.core.reference.Reference;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.flags.TapFlags;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.holder.page.TimelineView.Days;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.Offices;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A holder's page, what there is to be seen with a reason, and the timeline. */
public final class HolderPages {

    private static final String HOLDER = "/holders/:id";
    private static final int PATIENCE_SECONDS = 3;

    private final Offices offices;
    private final Benefits benefits;
    private final TapFlags flags;
    private final Clock clock;

    public HolderPages(Offices offices, SqlClient database, Supplier<Reference> reference, Clock clock) {
        this.offices = offices;
        this.benefits = new Benefits(database, reference, clock);
        this.flags = new TapFlags(database);
        this.clock = clock;
    }

    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(HOLDER, Permission.HOLDER_VIEW, this::page),
                ConsoleRoute.get(HOLDER + "/timeline", Permission.HOLDER_VIEW, this::timeline),
                ConsoleRoute.form(HOLDER + "/show", Permission.PERSONAL_DATA_SHOW, this::askToShow),
                ConsoleRoute.act(HOLDER + "/show", Permission.PERSONAL_DATA_SHOW, this::show, this::askToShow),
                ConsoleRoute.form(HOLDER + "/photo", Permission.PERSONAL_DATA_SHOW, this::askForPhoto),
                ConsoleRoute.act(HOLDER + "/photo", Permission.PERSONAL_DATA_SHOW, this::photo, this::askForPhoto));
    }

    private Answer page(Visit visit) throws Exception {
        long holderId = NotThere.number(visit, "id");
        HolderPage page = offices.holders().page(visit.actor(), holderId);
        Frame frame = visit.frame();
        HolderView view = new HolderView(
                frame,
                page,
                offices.cardFile().listCards(visit.actor(), holderId),
                new BenefitsView(benefits.of(holderId), frame.language()),
                flagsOf(holderId),
                today());
        return Answer.page("holder/page.jte", Map.of("view", view));
    }

    private Optional<List<TapFlags.OnTap>> flagsOf(long holderId) throws InterruptedException {
        try {
            return flags.ofHolder(holderId)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unreadable) {
            return Optional.empty();
        }
    }

    private Answer timeline(Visit visit) throws SQLException {
        long holderId = NotThere.number(visit, "id");
        HolderPage page = offices.holders().page(visit.actor(), holderId);
        Days days = Days.endingOn(visit.query("to").flatMap(HolderPages::date).orElse(today()), today());
        boolean mayTaps = visit.actor().may(Permission.TAP_VIEW);
        Optional<List<TapSeen>> taps = mayTaps
                ? offices.timeline().findTaps(visit.actor(), holderId, days.from(), days.to())
                : Optional.empty();
        TimelineView view = new TimelineView(
                visit.frame(), page, taps, mayTaps, offices.timeline().listCardChanges(visit.actor(), holderId), days);
        return Answer.page("holder/timeline.jte", Map.of("view", view));
    }

    private Answer askToShow(Visit visit, Problems problems) throws SQLException {
        return ask(visit, problems, "/show", HolderText.SHOW_TITLE, HolderText.SHOW_LINE);
    }

    private Answer show(Visit visit) throws SQLException {
        long holderId = NotThere.number(visit, "id");
        FullRecord full =
                offices.holders().show(visit.actor(), holderId, visit.typed().text("reason"));
        HolderPage page = offices.holders().page(visit.actor(), holderId);
        return Answer.page("holder/shown.jte", Map.of("view", new ShownView(visit.frame(), page, full)));
    }

    private Answer askForPhoto(Visit visit, Problems problems) throws SQLException {
        return ask(visit, problems, "/photo", HolderText.PHOTO_TITLE, HolderText.PHOTO_LINE);
    }

    private Answer photo(Visit visit) throws SQLException {
        long holderId = NotThere.number(visit, "id");
        Optional<Photo> photo = offices.holders()
                .showPhoto(visit.actor(), holderId, visit.typed().text("reason"));
        if (photo.isEmpty()) {
            return askForPhoto(visit, Problems.NONE.and(null, HolderText.NO_PHOTO));
        }
        return Answer.picture(
                photo.get().type().mediaType(), Buffer.buffer(photo.get().content()));
    }

    private Answer ask(Visit visit, Problems problems, String what, HolderText title, HolderText line)
            throws SQLException {
        long holderId = NotThere.number(visit, "id");
        HolderPage page = offices.holders().page(visit.actor(), holderId);
        return Answer.page(
                "holder/ask.jte",
                Map.of(
                        "form",
                        visit.form(problems),
                        "holder",
                        page.person().name(),
                        "path",
                        "/holders/" + holderId,
                        "what",
                        what,
                        "title",
                        title,
                        "line",
                        line));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Figures.ZONE);
    }
}
