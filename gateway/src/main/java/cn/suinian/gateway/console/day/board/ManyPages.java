package cn.suinian.gateway.console.day.board;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.approval.InboxPages;
import cn.suinian.gateway.console.day.board.BoardView.NextLine;
import cn.suinian.gateway.console.day.board.ManyView.DayRow;
import cn.suinian.gateway.console.day.board.ManyView.Outcome;
import cn.suinian.gateway.console.day.board.ManyView.Outcome.Result;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.StateText;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.DayOffice;
import cn.suinian.settlement.businessday.DayActs;
import cn.suinian.settlement.businessday.DayActs.Asked;
import cn.suinian.settlement.businessday.DayBoard.Line;
import cn.suinian.settlement.businessday.DayBoard.Waiting;
import cn.suinian.settlement.businessday.DayRefusal;
import cn.suinian.settlement.clearing.PayerDay;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Many days at once, as after a weekend: asked for by one person, approved by another; each day by itself. */
final class ManyPages {

    /** Where many are asked for. */
    static final String ASK = DayPath.BOARD + "/ask";

    /** Where many are decided. */
    static final String TOGETHER = InboxPages.PATH + "/days/together/approve";

    private static final int MOST = 100;

    private final DayOffice office;
    private final Clock clock;

    ManyPages(DayOffice office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    /** Every route; before those of one day and of one request. */
    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(ASK, Permission.RECONCILE_ACT, this::ask),
                ConsoleRoute.act(ASK, Permission.RECONCILE_ACT, this::askAll, this::ask),
                ConsoleRoute.form(TOGETHER, Permission.DAY_APPROVE, this::together),
                ConsoleRoute.act(TOGETHER, Permission.DAY_APPROVE, this::approveAll, this::together));
    }

    private Answer ask(Visit visit, Problems problems) throws SQLException {
        Typed typed = visit.typed();
        LocalDate through = DayPath.parse(
                        typed.find("through").orElse(visit.query("through").orElse("")))
                .orElse(LocalDate.ofInstant(clock.instant(), Figures.ZONE).minusDays(1));
        Typed shown = typed.find("through").isPresent() ? typed : typed.with("through", through.toString());
        ManyView view = new ManyView(
                visit.form(shown, problems), days(visit.actor(), visit.frame(), through), List.of(), Map.of());
        return Answer.page("day/askmany.jte", Map.of("view", view));
    }

    /** None for staff of a district, of whom the act refuses to do it: a day is of the whole city. */
    private List<DayRow> days(Actor actor, Frame frame, LocalDate through) throws SQLException {
        if (actor.scope().district() != null) {
            return List.of();
        }
        List<LocalDate> toAsk = office.acts().listToAsk(actor, through);
        List<DayRow> rows = new ArrayList<>();
        for (Line line : office.board().list(actor, Optional.of(through.plusDays(1)), MOST)) {
            if (toAsk.contains(line.day().day())) {
                rows.add(row(actor, frame, line));
            }
        }
        rows.sort(Comparator.comparing(DayRow::day));
        return rows;
    }

    /** With what whoever asks should know of it: to ask is to say that the day is reconciled. */
    private DayRow row(Actor actor, Frame frame, Line line) throws SQLException {
        LocalDate day = line.day().day();
        StateText state = StateText.of(line.day().state());
        List<NextLine> lines = new ArrayList<>(new Next(frame, line, clock.instant(), true).lines());
        office.review(actor, day)
                .map(review -> new ReviewView(frame, day, review))
                .ifPresent(review -> lines.add(new NextLine(review.summary(), review.reconciliationPath())));
        return new DayRow(day.toString(), DayPath.of(day), state.in(frame.language()), state.tone(), lines);
    }

    private Answer askAll(Visit visit) throws SQLException {
        Typed typed = visit.typed();
        Optional<LocalDate> day = DayPath.parse(typed.text("through"));
        if (day.isEmpty()) {
            Problems.NONE.and("through", ManyText.THROUGH_WRONG).stopIfAny();
        }
        LocalDate through = day.orElseThrow();
        Language language = visit.frame().language();
        List<Result> results = new ArrayList<>();
        for (Asked asked : office.acts().askToApproveThrough(visit.actor(), through, typed.text("reason"))) {
            String text = asked.request().isPresent()
                    ? ManyText.ASKED.in(language, asked.request().getAsLong())
                    : ManyText.NOT_ASKED.in(
                            language, why(visit, asked.day(), asked.why().orElseThrow()));
            results.add(new Result(
                    asked.day().toString(),
                    DayPath.of(asked.day()),
                    asked.request().isPresent(),
                    text));
        }
        return told(visit, ManyText.ASK_RESULT, results, DayPath.BOARD, ManyText.TO_DAYS.in(language));
    }

    /** Why a day was left; where something keeps it, also what, as its page says it. */
    private String why(Visit visit, LocalDate day, RefusedException refused) throws SQLException {
        Frame frame = visit.frame();
        String why = frame.language() == Language.ZH
                ? refused.refusal().zh()
                : refused.refusal().en();
        String kept = refused.refusal() != DayRefusal.BLOCKED
                ? ""
                : office.board().find(visit.actor(), day).map(Line::blockers).orElse(List.of()).stream()
                        .map(blocker -> BlockerWords.of(frame, blocker))
                        .collect(Collectors.joining(ManyText.BETWEEN.in(frame.language())));
        return kept.isEmpty() ? why : why + " " + kept;
    }

    private static Answer told(Visit visit, ManyText title, List<Result> results, String back, String label) {
        Frame frame = visit.frame().at(back);
        return Answer.telling(
                "day/outcome.jte", Map.of("view", new Outcome(frame, frame.say(title), results, back, label)));
    }

    private Answer together(Visit visit, Problems problems) throws SQLException {
        List<Option> options = new ArrayList<>();
        Map<String, String> hints = new LinkedHashMap<>();
        Language language = visit.frame().language();
        for (Waiting each : waiting(visit.actor())) {
            if (!Objects.equals(visit.actor().staffId(), each.request().askedBy())) {
                String no = Long.toString(each.request().requestNo());
                options.add(new Option(no, name(each, language)));
                if (each.stale()) {
                    hints.put(no, DayText.STALE_REQUEST.in(language));
                } else {
                    office.review(visit.actor(), each.day())
                            .ifPresent(review ->
                                    hints.put(no, new ReviewView(visit.frame(), each.day(), review).summary()));
                }
            }
        }
        ManyView view = new ManyView(visit.form(problems), List.of(), options, hints);
        return Answer.page("day/together.jte", Map.of("view", view));
    }

    /** Requests for an approval that this visitor may decide, but for who asked; the earliest day first. */
    private List<Waiting> waiting(Actor actor) throws SQLException {
        return !RequestPages.decides(actor)
                ? List.of()
                : office.board().listWaiting(actor).stream()
                        .filter(each -> each.request().kind().equals(DayActs.APPROVE))
                        .sorted(Comparator.comparing(Waiting::day))
                        .toList();
    }

    private String name(Waiting each, Language language) throws SQLException {
        long fen = office.days().listPayerDays(each.day(), each.day()).stream()
                .mapToLong(PayerDay::fen)
                .sum();
        return ManyText.REQUEST_NAME.in(
                language,
                each.day(),
                Figures.money(fen),
                each.request().askedAs(),
                each.request().reason());
    }

    /** In the order of days; what is no longer there was decided by somebody meanwhile, and is said so. */
    private Answer approveAll(Visit visit) throws SQLException {
        List<String> ticked = visit.typed().list("request");
        if (ticked.isEmpty()) {
            Problems.NONE.and("request", ManyText.TICK_ONE).stopIfAny();
        }
        String reason = StatedReason.of(visit.typed().text("reason"), DayRefusal.REASON_NEEDED);
        Language language = visit.frame().language();
        List<Result> results = new ArrayList<>();
        for (Waiting each : waiting(visit.actor())) {
            if (ticked.contains(Long.toString(each.request().requestNo()))) {
                results.add(approve(visit, each, reason));
            }
        }
        if (results.isEmpty()) {
            Problems.NONE.and("request", ManyText.NOTHING_WAITS_LINE).stopIfAny();
        }
        return told(visit, ManyText.DECIDE_RESULT, results, InboxPages.PATH, DayText.BACK.in(language));
    }

    private Result approve(Visit visit, Waiting each, String reason) throws SQLException {
        String day = each.day().toString();
        Frame frame = visit.frame();
        try {
            office.acts().approve(visit.actor(), each.request().requestNo(), reason);
            return new Result(day, DayPath.of(each.day()), true, frame.say(ManyText.APPROVED));
        } catch (RefusedException refused) {
            String why = why(visit, each.day(), refused);
            return new Result(day, DayPath.of(each.day()), false, frame.say(ManyText.NOT_APPROVED, why));
        }
    }
}
