package cn.suinian.gateway.console.reconciliation.rule;

import static cn.suinian.core.staff.Permission.RECONCILE_APPROVE;
import static cn.suinian.core.staff.Permission.RECONCILE_VIEW;

import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.reconciliation.word.Known;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.ReconciliationOffice;
import cn.suinian.settlement.reconciliation.ResolutionRules;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Rules in force, asking for a new one, and the end of one. */
public final class RulePages {
    private static final String LIST = "/reconciliation/rules";
    private static final String NEW = LIST + "/new";
    private static final String END = LIST + "/:id/end";

    private static final int MOST_WAITING = 100;

    private final ReconciliationOffice office;

    public RulePages(ReconciliationOffice office) {
        this.office = office;
    }

    /** Every route. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(LIST, RECONCILE_VIEW, (visit, problems) -> show(visit, problems, "rules")),
                ConsoleRoute.form(NEW, RECONCILE_APPROVE, this::ask),
                ConsoleRoute.act(NEW, RECONCILE_APPROVE, this::add, this::ask),
                Known.around(ConsoleRoute.form(END, RECONCILE_APPROVE, this::askToEnd)),
                Known.around(ConsoleRoute.act(END, RECONCILE_APPROVE, this::end, this::askToEnd)));
    }

    private Answer ask(Visit visit, Problems problems) throws SQLException {
        return show(visit, problems, "rule");
    }

    private Answer show(Visit visit, Problems problems, String template) throws SQLException {
        RulesView view = view(visit, problems);
        return Answer.page("reconciliation/" + template + ".jte", Map.of("view", view));
    }

    private RulesView view(Visit visit, Problems problems) throws SQLException {
        return new RulesView(
                visit.form(problems),
                names(visit),
                office.rules().listSigned(visit.actor()),
                office.rules().listOpen(visit.actor(), MOST_WAITING));
    }

    private Answer add(Visit visit) throws SQLException {
        Typed typed = visit.typed();
        int vendor = Words.small(Typed.wholeNumber(typed.text("vendor")));
        Optional<BreakKind> kind = typed.choice("kind", BreakKind.class);
        Optional<ResolutionRule.Act> what = typed.choice("what", ResolutionRule.Act.class);
        OptionalLong most = Words.fen(typed.text("mostFen"));
        OptionalLong mostDay = Words.fen(typed.text("mostDayFen"));
        Problems problems = Problems.NONE;
        if (typed.find("vendor").isPresent() && !names(visit).has(vendor)) {
            problems = problems.and("vendor", ReconcileText.VENDOR_MISSING);
        }
        problems = kind.isEmpty() ? problems.and("kind", RuleText.CHOOSE_ONE) : problems;
        problems = what.isEmpty() ? problems.and("what", RuleText.CHOOSE_ONE) : problems;
        problems = most.isEmpty() ? problems.and("mostFen", RuleText.YUAN_WRONG) : problems;
        problems = mostDay.isEmpty() ? problems.and("mostDayFen", RuleText.YUAN_WRONG) : problems;
        problems.stopIfAny();
        long asked = office.rules()
                .ask(
                        visit.actor(),
                        new ResolutionRule(
                                0,
                                vendor < 0 ? null : Integer.valueOf(vendor),
                                kind.orElseThrow(),
                                what.orElseThrow(),
                                most.orElseThrow(),
                                mostDay.orElseThrow(),
                                typed.text("reason")));
        return Answer.to(LIST).saying(Flash.done(visit.frame().say(RuleText.ASKED, Long.toString(asked))));
    }

    private Answer askToEnd(Visit visit, Problems problems) throws SQLException {
        RulesView view = view(visit, problems);
        Optional<ResolutionRule> rule = view.inForce().stream()
                .map(ResolutionRules.InForce::rule)
                .filter(each -> each.ruleId() == visit.number("id"))
                .findFirst();
        if (rule.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        Frame frame = visit.frame();
        String number = Integer.toString(rule.get().ruleId());
        return Answer.page(
                "part/act.jte",
                Map.of(
                        "view",
                        new Confirmation(
                                view.form(),
                                view.row(rule.get()).endPath(),
                                frame.say(RuleText.END_QUESTION, number),
                                frame.say(RuleText.END_CONSEQUENCE),
                                view.facts(rule.get()),
                                frame.say(RuleText.END),
                                LIST,
                                0,
                                false)));
    }

    private Answer end(Visit visit) throws SQLException {
        office.rules()
                .end(
                        visit.actor(),
                        Words.small(visit.number("id")),
                        visit.typed().text("reason"));
        return Answer.to(LIST).saying(Flash.done(visit.frame().say(RuleText.ENDED)));
    }

    private VendorNames names(Visit visit) throws SQLException {
        return VendorNames.of(office.vendors(), visit.actor(), visit.frame().language());
    }
}
