package cn.suinian.gateway.console.payout.statement;

import cn.suinian.core.money.Payer;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.refusal.StatedReason;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Problems.Problem;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.payout.word.Asked;
import cn.suinian.gateway.console.payout.word.CsvFile;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.account.AccountEntry;
import cn.suinian.settlement.account.AccountRefusal;
import cn.suinian.settlement.account.AccountStatement;
import cn.suinian.settlement.account.Accounts;
import cn.suinian.settlement.account.DayRange;
import cn.suinian.settlement.account.StatementOf;
import cn.suinian.settlement.payout.PayoutLists;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements of account of vendors and payers. */
public final class StatementPages {

    private static final String STATEMENTS = "/account-statements";
    private static final List<String> FIELDS = List.of("vendor", "payer", "from", "to");

    private final Accounts accounts;

    public StatementPages(PayoutOffice office) {
        this.accounts = office.statements();
    }

    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(STATEMENTS, Permission.RECONCILE_VIEW, this::page),
                ConsoleRoute.act(STATEMENTS + "/export", Permission.RECONCILE_VIEW, this::export, this::page));
    }

    private Answer page(Visit visit, Problems problems) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        Optional<Payer> payer = asked.payer("payer");
        DayRange days = null;
        AccountStatement statement = null;
        List<AccountEntry> since = List.of();
        boolean tooLong = false;
        Problems all = named(problems);
        boolean wanted = payer.isPresent() || !asked.text("vendor").isEmpty();
        boolean both = payer.isPresent() && !asked.text("vendor").isEmpty();
        if (both && !all.any()) {
            all = all.and("vendor", StatementText.CHOOSE_ONE);
        }
        try {
            days = days(visit.actor(), asked);
            if (wanted && !both && days != null && !asked.problems().any()) {
                StatementOf owner = owner(visit.actor(), asked, payer);
                statement = accounts.statement(visit.actor(), owner, days);
                since = since(visit.actor(), owner, days.to());
            }
        } catch (RefusedException refused) {
            tooLong = refused.refusal() == AccountRefusal.TOO_LONG;
            all = all.and(named(Problems.of(refused)));
        }
        all = all.and(asked.problems());
        Typed typed = days == null
                ? asked.typed()
                : asked.typed()
                        .with("from", days.from().toString())
                        .with("to", days.to().toString());
        FormView form = visit.form(typed, all);
        StatementView view = new StatementView(
                form,
                visit.form(typed, all),
                PayoutLists.onlyPayer(visit.actor()),
                statement,
                days,
                payer,
                wanted,
                statement != null || tooLong,
                accounts.vendors(visit.actor()));
        SinceView later = new SinceView(visit.frame(), statement == null ? 0 : statement.closingFen(), since);
        return Answer.page("payout/statement/page.jte", Map.of("view", view, "since", later));
    }

    /** What stands in days that are not cleared, behind a statement that goes as far as there is one. */
    private List<AccountEntry> since(Actor actor, StatementOf owner, LocalDate to) throws SQLException {
        boolean latest = accounts.lastDay(actor).filter(to::equals).isPresent();
        return latest ? accounts.after(actor, owner, to) : List.of();
    }

    /** Refused are days as a whole; the page has a field for each end of them, and what is not cleared yet is late. */
    private static Problems named(Problems problems) {
        return new Problems(problems.list().stream()
                .map(each -> "days".equals(each.field()) ? new Problem(end(each), each.zh(), each.en()) : each)
                .toList());
    }

    private static String end(Problem problem) {
        return problem.zh().equals(AccountRefusal.DAY_NOT_CLEARED.zh()) ? "to" : "from";
    }

    /** The days that are asked for, else the last one that was cleared; null: there is none. */
    private @Nullable DayRange days(Actor actor, Asked asked) throws SQLException {
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        LocalDate last = to == null && from == null ? accounts.lastDay(actor).orElse(null) : to;
        if (from == null && last == null) {
            return null;
        }
        return from == null ? new DayRange(last, last) : new DayRange(from, last == null ? from : last);
    }

    private StatementOf owner(Actor actor, Asked asked, Optional<Payer> payer) throws SQLException {
        String code = asked.text("vendor");
        if (payer.isPresent() && !code.isEmpty()) {
            Problems.NONE.and("vendor", StatementText.CHOOSE_ONE).stopIfAny();
        }
        return payer.isPresent() ? accounts.payer(actor, payer.get()) : accounts.vendor(actor, code);
    }

    private Answer export(Visit visit) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        Optional<Payer> payer = asked.payer("payer");
        DayRange days = days(visit.actor(), asked);
        asked.problems().stopIfAny();
        if (days == null || (payer.isEmpty() && asked.text("vendor").isEmpty())) {
            Problems.NONE.and("vendor", StatementText.CHOOSE_ONE).stopIfAny();
        }
        StatementOf owner = owner(visit.actor(), asked, payer);
        String why = StatedReason.of(visit.typed().text("reason"), AccountRefusal.REASON_INVALID);
        DayRange range = java.util.Objects.requireNonNull(days);
        return CsvFile.of(
                "suinian-account-" + range.from() + "-" + range.to() + ".csv",
                out -> accounts.export(visit.actor(), owner, range, why, out));
    }
}
