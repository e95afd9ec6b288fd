package cn.suinian.gateway.console.card;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardRecord;
import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.holder.lookup.Elsewhere;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Stops a lost card, and takes that back when it is found. */
final class LossDesk {

    private static final String LOST = "/cards/:serial/lost";
    private static final String FOUND = "/cards/:serial/found";

    private final CardDesk desk;
    private final String hotline;

    LossDesk(CardDesk desk, String hotline) {
        this.desk = desk;
        this.hotline = hotline;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(LOST, Permission.CARD_REPORT_LOST, this::ask),
                ConsoleRoute.act(LOST, Permission.CARD_REPORT_LOST, this::report, this::ask),
                ConsoleRoute.get("/cards/:serial/stopped", Permission.HOLDER_VIEW, this::stopped),
                ConsoleRoute.form(FOUND, Permission.CARD_REPORT_LOST, this::askFound),
                ConsoleRoute.act(FOUND, Permission.CARD_REPORT_LOST, this::found, this::askFound));
    }

    private Answer ask(Visit visit, Problems problems) throws Exception {
        return about(visit, (card, elsewhere) -> {
            if (card.card().status() == CardStatus.LOST && !problems.any()) {
                return Answer.to(stoppedPath(card));
            }
            Typed typed = visit.typed().find("reporter").isPresent()
                    ? visit.typed()
                    : visit.typed().with("reporter", LossReport.By.HOLDER.name());
            return Answer.page(
                    "card/lost.jte", Map.of("view", view(visit, visit.form(typed, problems), card, elsewhere)));
        });
    }

    private Answer report(Visit visit) throws Exception {
        Optional<LossReport.By> by = visit.typed().choice("reporter", LossReport.By.class);
        (by.isEmpty() ? Problems.NONE.and("reporter", CardText.LOST_BY_WANTED) : Problems.NONE).stopIfAny();
        LossReport report = new LossReport(lostAt(visit.typed()), by.orElseThrow());
        return desk.act(visit, seen -> {
            desk.office().reportLost(visit.actor(), seen, report);
            return Answer.to("/cards/" + seen.serial() + "/stopped");
        });
    }

    /** As the field of a browser writes it, or a person who has no such browser. */
    private static @Nullable Instant lostAt(Typed typed) {
        Optional<String> text = typed.find("lostAt");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.get().replace(' ', 'T'))
                    .atZone(Figures.ZONE)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            Problems.NONE.and("lostAt", CardText.LOST_AT_WRONG).stopIfAny();
            throw unreadable;
        }
    }

    private Answer stopped(Visit visit) throws Exception {
        return about(
                visit,
                (card, elsewhere) -> card.card().status() == CardStatus.LOST
                        ? Answer.page(
                                "card/stopped.jte",
                                Map.of("view", view(visit, visit.form(Problems.NONE), card, elsewhere)))
                        : Answer.to("/cards/" + card.card().serial() + (elsewhere == null ? "" : "/lost")));
    }

    /** What a page says of a card; elsewhere: of whom, when another district serves them. */
    @FunctionalInterface
    private interface About {
        Answer card(CardRecord card, @Nullable Elsewhere elsewhere) throws Exception;
    }

    /** A page about any card there is: a loss is reported at every counter, whichever district serves the holder. */
    private Answer about(Visit visit, About about) throws Exception {
        OptionalInt serial = CardDesk.serial(visit.path("serial"));
        if (serial.isPresent() && visit.actor().may(Permission.CARD_REPORT_LOST)) {
            CardNumber number = new CardNumber(serial.getAsInt());
            Optional<Elsewhere> elsewhere;
            try {
                elsewhere = desk.holders().findElsewhere(visit.actor(), number);
            } catch (RefusedException refused) {
                if (refused.refusal() == HolderRefusal.ENOUGH_ELSEWHERE) {
                    return Answer.error(ErrorPage.ENOUGH_ELSEWHERE);
                }
                throw refused;
            }
            if (elsewhere.isPresent()) {
                return about.card(desk.file().getRecordElsewhere(visit.actor(), number.serial()), elsewhere.get());
            }
        }
        return desk.about(visit, card -> about.card(card, null));
    }

    private LossView view(Visit visit, FormView form, CardRecord card, @Nullable Elsewhere elsewhere)
            throws SQLException {
        Whose whose = elsewhere == null
                ? desk.whose(visit, card.card().holderId())
                : new Whose(card.card().holderId(), null, desk.today());
        return new LossView(form, card, whose, elsewhere, new LossView.Desk(desk.counterName(visit), hotline));
    }

    private Answer askFound(Visit visit, Problems problems) throws Exception {
        return desk.about(visit, card -> {
            Whose whose = desk.whose(visit, card.card().holderId());
            ConfirmView.Act act =
                    new ConfirmView.Act("found", CardText.FOUND_TITLE, CardText.FOUND_CONSEQUENCE, CardText.FOUND_NOW);
            CardText why = card.card().status() == CardStatus.LOST ? null : CardText.NOT_LOST;
            ConfirmView view = new ConfirmView(visit.form(problems), act, card, whose);
            return ConfirmView.page(
                    whose.deceased() ? view.unless(CardText.DECEASED, CardText.DEATH_FIRST) : view.unless(why));
        });
    }

    private Answer found(Visit visit) throws Exception {
        return desk.act(visit, seen -> {
            desk.office().foundAgain(visit.actor(), seen);
            return Answer.to("/cards/" + seen.serial())
                    .saying(Flash.done(visit.frame().say(CardText.FOUND_SAID)));
        });
    }

    private static String stoppedPath(CardRecord card) {
        return "/cards/" + card.card().serial() + "/stopped";
    }
}
