package cn.suinian.gateway.console.reconciliation.breaks;

import static cn.suinian.core.staff.Permission.RECONCILE_ACT;
import static cn.suinian.core.staff.Permission.RECONCILE_VIEW;

import cn.suinian.core.money.Fen;
import cn.suinian.gateway.console.form.BodyLimit;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.reconciliation.word.Known;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.settlement.reconciliation.breaks.ActOn;
import cn.suinian.settlement.reconciliation.breaks.Attachments;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakFilter;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.breaks.Worklist;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import io.vertx.core.buffer.Buffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One break: both sides, its timeline, its attachments, and what is done with it. */
public final class BreakPages {
    private static final String ONE = FilterForm.LIST + "/:no";
    private static final int MOST_LOOKED_AT = 500;
    private static final int MOST_CHOICES = 30;

    private final ReconciliationOffice office;

    public BreakPages(ReconciliationOffice office) {
        this.office = office;
    }

    /** Every route. */
    public List<ConsoleRoute> routes() {
        List<ConsoleRoute> routes = new ArrayList<>();
        routes.add(ConsoleRoute.form(ONE, RECONCILE_VIEW, this::page));
        routes.add(ConsoleRoute.get("/reconciliation/attachments/:no", RECONCILE_VIEW, this::attachment));
        for (BreakAct act : BreakAct.values()) {
            String path = ONE + "/" + act.path();
            routes.add(ConsoleRoute.form(path, RECONCILE_ACT, (visit, problems) -> ask(visit, problems, act)));
            routes.add(ConsoleRoute.act(
                            path,
                            RECONCILE_ACT,
                            visit -> act(visit, act),
                            (visit, problems) -> ask(visit, problems, act))
                    .taking(BodyLimit.oneFile(Attachments.LARGEST)));
        }
        return routes.stream().map(Known::around).toList();
    }

    private Answer page(Visit visit, Problems problems) throws SQLException {
        Worklist.Story story = office.worklist().get(visit.actor(), visit.number("no"));
        BreakView view = new BreakView(
                visit.form(problems), names(visit), office.worklist().sides(visit.actor(), story.it()), story);
        return Answer.page("reconciliation/break.jte", Map.of("view", view));
    }

    private Answer attachment(Visit visit) throws SQLException {
        Attachments.Opened opened = office.attachments().open(visit.actor(), visit.number("no"));
        String end =
                switch (opened.mediaType()) {
                    case "application/pdf" -> ".pdf";
                    case "image/png" -> ".png";
                    default -> ".jpg";
                };
        String name = "break-" + opened.breakNo() + "-attachment-" + visit.number("no") + end;
        return Answer.download(name, opened.mediaType(), Buffer.buffer(opened.content()));
    }

    private Answer ask(Visit visit, Problems problems, BreakAct act) throws SQLException {
        Break it = office.worklist().get(visit.actor(), visit.number("no")).it();
        Typed typed = visit.typed();
        if (typed.all().isEmpty()) {
            String most = Fen.yuan(Math.abs(it.money().difference()));
            typed = Typed.of(Map.of("version", Integer.toString(it.version()), "fen", most, "assignee", FilterForm.ME));
        }
        ActView view = new ActView(visit.form(typed, problems), names(visit), it, act, others(visit, it, act));
        return Answer.page("reconciliation/act.jte", Map.of("view", view));
    }

    /** Open breaks of the other side, those of the same card first, then those nearest in time. */
    private List<Break> others(Visit visit, Break it, BreakAct act) throws SQLException {
        if (act != BreakAct.LINK) {
            return List.of();
        }
        Set<BreakKind> kinds = it.kind() == BreakKind.MISSING_HERE
                ? EnumSet.of(BreakKind.MISSING_AT_VENDOR)
                : EnumSet.of(BreakKind.MISSING_HERE);
        BreakFilter filter = new BreakFilter(
                it.vendorId(), null, null, kinds, EnumSet.of(BreakStatus.OPEN), null, null, null, null, it.service());
        long day = it.tap().date().toEpochDay();
        return office.worklist().page(visit.actor(), filter, Worklist.Order.NEWEST, null, MOST_LOOKED_AT).stream()
                .sorted(Comparator.<Break, Boolean>comparing(
                                other -> other.tap().cardSerial() != it.tap().cardSerial())
                        .thenComparing(other -> Math.abs(other.tap().date().toEpochDay() - day)))
                .limit(MOST_CHOICES)
                .toList();
    }

    private Answer act(Visit visit, BreakAct act) throws SQLException {
        Typed typed = visit.typed();
        ActOn on = new ActOn(
                visit.number("no"),
                typed.rowVersion(),
                typed.text("reason"),
                typed.file("attachment").map(file -> file.content().getBytes()));
        switch (act) {
            case ACCEPT -> office.desk().accept(visit.actor(), on);
            case REJECT -> office.desk().reject(visit.actor(), on);
            case REOPEN -> office.desk().reopen(visit.actor(), on);
            case COMMENT -> office.desk().comment(visit.actor(), on);
            case ASSIGN -> office.desk().assign(visit.actor(), on, assignee(visit));
            case ADJUST -> office.adjustments().ask(visit.actor(), on, fen(visit));
            case LINK -> link(visit, on);
        }
        String said = visit.frame().say(act.said(), Long.toString(on.breakNo()));
        return Answer.to(FilterForm.LIST + "/" + on.breakNo()).saying(Flash.done(said));
    }

    private static OptionalLong assignee(Visit visit) {
        return switch (visit.typed().text("assignee")) {
            case FilterForm.ME -> OptionalLong.of(visit.session().staffId());
            case FilterForm.NOBODY -> OptionalLong.empty();
            default -> {
                Problems.NONE.and("assignee", BreakText.CHOOSE_ONE).stopIfAny();
                yield OptionalLong.empty();
            }
        };
    }

    /** What was typed has no sign: it goes the way of the difference. */
    private long fen(Visit visit) throws SQLException {
        OptionalLong typed = Words.fen(visit.typed().text("fen"));
        if (typed.isEmpty()) {
            Problems.NONE.and("fen", BreakText.FEN_WRONG).stopIfAny();
        }
        Break it = office.worklist().get(visit.actor(), visit.number("no")).it();
        return it.money().difference() < 0 ? -typed.getAsLong() : typed.getAsLong();
    }

    private void link(Visit visit, ActOn on) throws SQLException {
        String[] other = visit.typed().text("other").split(":", 2);
        long number = Typed.wholeNumber(other[0]);
        int version = other.length < 2 ? -1 : Words.small(Typed.wholeNumber(other[1]));
        if (number < 0 || version < 0) {
            Problems.NONE.and("other", BreakText.OTHER_MISSING).stopIfAny();
        }
        ActOn there = new ActOn(number, version, on.reason(), Optional.empty());
        Break it = office.worklist().get(visit.actor(), on.breakNo()).it();
        if (it.kind() == BreakKind.MISSING_HERE) {
            office.desk().link(visit.actor(), on, there);
        } else {
            office.desk()
                    .link(
                            visit.actor(),
                            new ActOn(number, version, on.reason(), on.attachment()),
                            new ActOn(on.breakNo(), on.version(), on.reason()));
        }
    }

    private VendorNames names(Visit visit) throws SQLException {
        return VendorNames.of(office.vendors(), visit.actor(), visit.frame().language());
    }
}
