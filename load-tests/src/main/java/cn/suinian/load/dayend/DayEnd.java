package cn.suinian.load.dayend;

import cn.suinian.load.audit.Invariant;
import cn.suinian.load.console.ConsoleException;
import cn.suinian.load.console.Login;
import cn.suinian.load.screen.Screen;
import cn.suinian.load.stage.Stage;
import cn.suinian.load.stage.StageException;
import cn.suinian.load.statement.Agreement;
import cn.suinian.load.statement.Difference;
import cn.suinian.load.statement.Difference.Cure;
import cn.suinian.load.statement.Form;
import cn.suinian.load.statement.FoundBreak;
import cn.suinian.load.statement.Planting.Planted;
import cn.suinian.load.statement.Planting.TwoDays;
import cn.suinian.load.statement.VendorStatement;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two business days from cleared to sealed, as people do it. */
public final class DayEnd {
    private final Stage stage;
    private final Screen screen;
    private final Clock clock;
    private final TwoDays days;
    private final Planted planted;
    private final Outcome outcome = new Outcome();
    private final List<Invariant> invariants = new ArrayList<>();

    /**
     * A day end of a gateway that runs on a stage; both days are cleared.
     *
     * @param days what was sold
     * @param planted what vendors state of it
     */
    public DayEnd(Stage stage, Screen screen, Clock clock, TwoDays days, Planted planted) {
        this.stage = stage;
        this.screen = screen;
        this.clock = clock;
        this.days = days;
        this.planted = planted;
    }

    /** Does all of it and shows what came of it; what must hold, and whether it does. */
    public List<Invariant> run() throws StageException, SQLException, InterruptedException {
        List<String> brokenOff = new ArrayList<>();
        long started = System.nanoTime();
        try {
            Map<String, Login> logins = Login.readAll(stage.cityFile());
            work(
                    person(logins, "demo-settlement"),
                    person(logins, "demo-settlement-chief"),
                    person(logins, "demo-settlement-deputy"));
        } catch (IOException | IllegalArgumentException e) {
            brokenOff.add(String.valueOf(e.getMessage()));
        }
        outcome.seconds = (System.nanoTime() - started) / 1e9;
        new DayEndReport(screen, planted).show(outcome);
        invariants.add(new Invariant("the day end goes through, step by step", brokenOff));
        return invariants;
    }

    private Person person(Map<String, Login> logins, String account) throws IOException, InterruptedException {
        URI console = stage.runtime().consoleUrl();
        Login login = logins.get(account);
        if (console == null || login == null) {
            throw new ConsoleException("there is no console, or nobody called " + account + " works there");
        }
        return Person.signIn(console, login, clock);
    }

    private void work(Person clerk, Person chief, Person deputy)
            throws IOException, StageException, SQLException, InterruptedException {
        StatementDesk statements = new StatementDesk(clerk, chief);
        for (String vendor : planted.cast().all()) {
            statements.agreeOn(vendor, planted.cast().form(vendor));
        }
        BreakDesk breaks = new BreakDesk(clerk, chief, deputy);
        takeIn(statements, breaks);
        screen.progress("resolving breaks");
        breaks.resolve(outcome.found);
        checkEnds(breaks.list());
        screen.progress("closing " + adjustmentDay());
        stage.closeDays("--day", adjustmentDay().toString());
        DayDesk board = new DayDesk(clerk, chief);
        for (LocalDate day : allDays()) {
            board.reconcile(day);
            board.approve(day);
        }
        PayoutDesk payouts = new PayoutDesk(clerk, chief);
        Payments.Desks desks = new Payments.Desks(payouts, new HoldDesk(clerk, chief), statements);
        Payments payments = new Payments(screen, clock, desks, days, planted, outcome);
        payments.payForTaps(days.second());
        board.markPaid(days.first());
        board.markPaid(days.second());
        payments.payAdjustments(adjustmentDay());
        board.markPaid(adjustmentDay());
        invariants.addAll(payments.invariants());
        List<String> publications = new ArrayList<>();
        screen.progress("sealing");
        for (LocalDate day : allDays()) {
            publications.add(board.sealAndPublish(day));
        }
        outcome.refusals.addAll(breaks.refusals());
        outcome.refusals.addAll(board.refusals());
        outcome.refusals.addAll(payouts.refusals());
        outcome.requests = clerk.browser().requests()
                + chief.browser().requests()
                + deputy.browser().requests();
        invariants.addAll(new Evidence(stage, screen, days, outcome).check(publications));
    }

    /** An adjustment stands in the business day that is open when it is approved, and is paid with that day. */
    private LocalDate adjustmentDay() {
        return days.second().plusDays(1);
    }

    private List<LocalDate> allDays() {
        return List.of(days.first(), days.second(), adjustmentDay());
    }

    /** In their order, since a later statement makes good what an earlier one lacked. */
    private void takeIn(StatementDesk statements, BreakDesk breaks) throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        List<String> disagreements = new ArrayList<>();
        for (VendorStatement statement : planted.first()) {
            take(statements, statement, told);
        }
        Agreement first = Agreement.of(of(days.first()), breaks.list());
        disagreements.addAll(first.disagreements());
        outcome.found.putAll(first.found());
        for (VendorStatement statement : planted.second()) {
            take(statements, statement, told);
        }
        Agreement second = Agreement.of(planted.differences(), breaks.list());
        disagreements.addAll(second.disagreements());
        second.found().forEach(outcome.found::putIfAbsent);
        for (VendorStatement statement : planted.afterwards()) {
            take(statements, statement, told);
        }
        again(statements, told);
        invariants.add(new Invariant("every statement is taken in as it was written, a second copy is not", told));
        invariants.add(
                new Invariant("every planted difference is found to the fen, and no clean row is", disagreements));
    }

    private List<Difference> of(LocalDate day) {
        return planted.differences().stream()
                .filter(each -> each.day().equals(day))
                .toList();
    }

    private void take(StatementDesk statements, VendorStatement statement, List<String> told)
            throws IOException, InterruptedException {
        screen.progress("statement of " + statement.vendor() + " for " + statement.day());
        StatementDesk.Taken taken = statements.send(statement);
        if (taken.held() != statement.held()) {
            told.add(statement.fileName() + " is " + (taken.held() ? "held" : "not held"));
        }
        if (taken.held()) {
            taken = statements.accept(taken, "demo: the vendor confirmed that its rows are right");
        }
        compare(statement, taken, told);
        if (planted.cast().all().contains(statement.vendor())) {
            outcome.statements.put(statement, taken);
        } else {
            outcome.otherStatements++;
            outcome.otherRows += statement.rows();
        }
    }

    private static void compare(VendorStatement statement, StatementDesk.Taken taken, List<String> told) {
        Map<String, Integer> expected = Map.of(
                "Good rows", statement.rows(),
                "Bad rows", statement.badRows(),
                "Repeated rows", statement.repeatedRows());
        expected.forEach((fact, count) -> {
            String said = taken.facts().getOrDefault(fact, "nothing").replace(",", "");
            if (!said.equals(Integer.toString(count))) {
                told.add("%s: %s are %d, the console says %s".formatted(statement.fileName(), fact, count, said));
            }
        });
        if (taken.before()) {
            told.add(statement.fileName() + " is said to be there already");
        }
    }

    /** The first file once more. */
    private void again(StatementDesk statements, List<String> told) throws IOException, InterruptedException {
        VendorStatement first = planted.first().get(0);
        if (first.form() != Form.CSV_UTF_8 || !statements.send(first).before()) {
            told.add("a second copy of " + first.fileName() + " is not known as one");
        }
    }

    private void checkEnds(List<FoundBreak> breaks) {
        List<String> wrong = new ArrayList<>();
        Agreement.of(planted.differences(), breaks).found().forEach((difference, found) -> {
            outcome.ended.put(difference, found);
            if (!found.status().equals(difference.cure().status())) {
                wrong.add("%s: it should be %s and is %s"
                        .formatted(found, difference.cure().status(), found.status()));
            }
        });
        long open = breaks.stream()
                .filter(each ->
                        each.status().startsWith("Open") || each.status().startsWith("Adjustment"))
                .count();
        if (open > 0) {
            wrong.add(open + " breaks are still open");
        }
        if (outcome.ended.size() != planted.differences().size()) {
            wrong.add(outcome.ended.size() + " of " + planted.differences().size() + " ended");
        }
        long healed = planted.differences().stream()
                .filter(each -> each.cure() == Cure.HEAL)
                .count();
        invariants.add(new Invariant(
                "every difference ends as it was resolved (%d by itself), none is open".formatted(healed), wrong));
    }
}
