package cn.suinian.gateway.console.day.board;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Actor;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.day.word.StateText;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.DayOffice;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.CloseListener;
import cn.suinian.settlement.businessday.DayBoard.Line;
import cn.suinian.settlement.businessday.DayRefusal;
import cn.suinian.settlement.clearing.PayerDay;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Everything that is done to a day: a page that asks once more, and the act. */
final class ActPages {

    private final DayOffice office;
    private final DayRuns runs;
    private final Clock clock;

    ActPages(DayOffice office, DayRuns runs, Clock clock) {
        this.office = office;
        this.runs = runs;
        this.clock = clock;
    }

    List<ConsoleRoute> routes() {
        List<ConsoleRoute> routes = new ArrayList<>();
        for (DayStep step : DayStep.values()) {
            String path = DayPath.DAY + "/" + step.path();
            routes.add(ConsoleRoute.form(path, step.permission(), (visit, problems) -> ask(visit, problems, step)));
            routes.add(ConsoleRoute.act(
                    path,
                    step.permission(),
                    visit -> act(visit, step),
                    (visit, problems) -> ask(visit, problems, step)));
        }
        return routes;
    }

    private Answer ask(Visit visit, Problems problems, DayStep step) throws SQLException {
        LocalDate day = DayPath.day(visit);
        Line line = line(visit.actor(), day);
        FormView form = visit.form(problems);
        Language language = form.frame().language();
        Confirmation view = new Confirmation(
                form,
                DayPath.of(day) + "/" + step.path(),
                step.question(language, day),
                form.frame().say(step.consequence()),
                facts(form.frame(), line),
                step.label(language),
                DayPath.of(day),
                0,
                !step.grave());
        boolean onward = step.isFrom(line.day().state()) && !step.grave();
        Map<String, Object> shown = new HashMap<>();
        shown.put("view", view);
        shown.put("reasoned", step.reasoned());
        shown.put("next", new Next(form.frame(), line, clock.instant(), isOfCity(visit.actor())).lines());
        shown.put(
                "kept", onward && (!line.blockers().isEmpty() || line.earlier().isPresent()));
        if (step == DayStep.RECONCILE || step == DayStep.ASK_APPROVAL) {
            office.review(visit.actor(), day)
                    .ifPresent(review -> shown.put("review", new ReviewView(form.frame(), day, review)));
        }
        return Answer.page("day/act.jte", shown);
    }

    /** What it is about: where it is, how many taps, and whose money. */
    private Map<String, String> facts(Frame frame, Line line) throws SQLException {
        LocalDate day = line.day().day();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(DayText.DAY), Figures.day(day, frame.language()));
        facts.put(frame.say(DayText.STATE), StateText.of(line.day().state(), frame.language()));
        List<PayerDay> money = office.days().listPayerDays(day, day);
        if (line.day().isCleared()) {
            facts.put(
                    frame.say(DayText.TAPS),
                    Figures.count(money.stream().mapToLong(PayerDay::taps).sum()));
            facts.put(
                    frame.say(DayText.OWED),
                    Figures.money(money.stream().mapToLong(PayerDay::fen).sum()));
        }
        money.stream()
                .filter(each -> each.fen() != 0)
                .forEach(each -> facts.put(PayerWords.of(each.payer(), frame.language()), Figures.money(each.fen())));
        return facts;
    }

    private Answer act(Visit visit, DayStep step) throws SQLException {
        LocalDate day = DayPath.day(visit);
        Actor actor = visit.actor();
        String reason = visit.typed().text("reason");
        return switch (step) {
            case CLOSE -> {
                office.acts().startClose(actor, day);
                yield begin(visit, day, step, () -> office.close().closeThrough(day, CloseListener.SILENT, actor));
            }
            case RECONCILE -> {
                office.acts().reconcile(actor, day);
                yield done(visit, day, step);
            }
            case ASK_APPROVAL -> {
                office.acts().askToApprove(actor, day, reason);
                yield done(visit, day, step);
            }
            case PAID -> {
                office.acts().markPaid(actor, day);
                yield done(visit, day, step);
            }
            case SEAL -> {
                requireReached(actor, day, State.PAID);
                yield begin(visit, day, step, () -> office.daySealing().seal(actor, day));
            }
            case PUBLISH -> {
                requireReached(actor, day, State.SEALED);
                yield begin(visit, day, step, () -> office.publishing().publish(actor, day));
            }
            case ASK_REOPENING -> {
                office.acts().askToReopen(actor, day, reason);
                yield done(visit, day, step);
            }
        };
    }

    private void requireReached(Actor actor, LocalDate day, State state) throws SQLException {
        if (line(actor, day).day().state().compareTo(state) < 0) {
            throw new RefusedException(DayRefusal.NOT_THERE_YET);
        }
    }

    private Answer begin(Visit visit, LocalDate day, DayStep step, Callable<?> work) {
        return runs.begin(day, work)
                ? done(visit, day, step)
                : Answer.to(DayPath.of(day)).saying(Flash.warning(visit.frame().say(DayText.BUSY_HERE)));
    }

    private static Answer done(Visit visit, LocalDate day, DayStep step) {
        return Answer.to(DayPath.of(day))
                .saying(Flash.done(step.done(visit.frame().language())));
    }

    private Line line(Actor actor, LocalDate day) throws SQLException {
        return office.board().find(actor, day).orElseThrow(() -> new RefusedException(DayRefusal.NO_SUCH_DAY));
    }

    private static boolean isOfCity(Actor actor) {
        return actor.scope().district() == null;
    }
}
