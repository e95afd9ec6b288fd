package cn.suinian.gateway.console.reconciliation.statement;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.statement.BadRow;
import cn.suinian.settlement.statement.Statement;
import cn.suinian.settlement.statement.StatementRefusal;
import cn.suinian.settlement.statement.format.StatementLine.Trailer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * One statement, ready to print.
 *
 * @param faults the first of its bad rows
 * @param approvedWith whether its business day was approved with it
 */
public record StatementView(
        Frame frame, VendorNames vendors, Statement statement, List<BadRow> faults, boolean approvedWith) {
    static final int FIRST_FAULTS = 20;

    /** A line of the check of the trailer. */
    public record Check(String what, String trailer, String rows, boolean differs) {}

    /** A bad row. */
    public record Fault(String line, String column, String shown, String why) {}

    public String say(Phrase phrase, Object... values) {
        return frame.say(phrase, values);
    }

    /** Its address. */
    public String path() {
        return "/reconciliation/statements/" + statement.statementId();
    }

    public String title() {
        return say(StatementText.NUMBERED, Integer.toString(statement.statementId()));
    }

    public String state() {
        return say(StatementsView.text(statement.state()));
    }

    public String tone() {
        return StatementsView.tone(statement.state());
    }

    /** Why it is held, in words; none: it is not. */
    public List<String> heldFor() {
        return frame.visitor().city()
                ? HeldWords.of(statement, frame.language())
                : HeldWords.causes(statement, frame.language());
    }

    /** What is known of it. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                say(ReconcileText.VENDOR),
                vendors.name(statement.vendorId()) + " · " + vendors.code(statement.vendorId()));
        facts.put(say(ReconcileText.DAY), Figures.day(statement.day(), frame.language()));
        facts.put(say(StatementText.FILE), statement.label());
        facts.put(say(StatementText.FORMAT), say(FieldWords.of(statement.format())));
        facts.put(
                say(StatementText.RECEIVED), statement.receivedAs() + " · " + Figures.dateTime(statement.receivedAt()));
        facts.put(say(StatementText.ROWS), Figures.count(statement.counts().good()));
        facts.put(say(StatementText.BAD), Figures.count(statement.counts().bad()));
        facts.put(say(StatementText.REPEATED), Figures.count(statement.counts().repeated()));
        facts.put(say(StatementText.CONTRARY), Figures.count(statement.counts().contrary()));
        facts.put(say(StatementText.DIGEST), statement.digest());
        statement.decision().ifPresent(decision -> {
            facts.put(say(StatementText.DECIDED), decision.by() + " · " + Figures.dateTime(decision.at()));
            facts.put(say(StatementText.WHY), decision.why());
        });
        return facts;
    }

    /** The trailer against the rows; money for staff of the city only, since it is of all payers. */
    public List<Check> checks() {
        Statement.Counts counts = statement.counts();
        String rows = Figures.count(counts.good() + counts.bad());
        List<Check> checks = new ArrayList<>(List.of(statement
                .trailer()
                .map(trailer -> check(StatementText.ROWS_ALL, Figures.count(trailer.rows()), rows))
                .orElseGet(() -> check(StatementText.ROWS_ALL, say(StatementText.NO_TRAILER), rows))));
        if (frame.visitor().city()) {
            checks.add(check(ReconcileText.AMOUNT, money(Trailer::amountFen), Words.money(counts.amountFen())));
            checks.add(check(ReconcileText.SUBSIDY, money(Trailer::subsidyFen), Words.money(counts.subsidyFen())));
        }
        return checks;
    }

    private String money(ToLongFunction<Trailer> of) {
        return statement
                .trailer()
                .map(trailer -> Words.money(of.applyAsLong(trailer)))
                .orElse("—");
    }

    private Check check(Phrase what, String trailer, String rows) {
        return new Check(say(what), trailer, rows, !trailer.equals(rows));
    }

    /** Its first bad rows. */
    public List<Fault> faultLines() {
        return faults.stream()
                .map(fault -> new Fault(
                        Figures.count(fault.lineNo()),
                        FieldWords.column(fault.field(), frame.language()),
                        fault.shown(),
                        frame.language() == Language.ZH
                                ? fault.problem().zh()
                                : fault.problem().en()))
                .toList();
    }

    /** The head of the table of bad rows. */
    public String faultsTitle() {
        return say(StatementText.FAULTS, Integer.toString(faults.size()));
    }

    public boolean canAccept() {
        return statement.state() == Statement.State.HELD && frame.visitor().may(Permission.RECONCILE_ACT);
    }

    public boolean canWithdraw() {
        return mayWithdraw() && !approvedWith;
    }

    /** Why it cannot be withdrawn, for whoever else might; empty: it can. */
    public String kept() {
        return mayWithdraw() && approvedWith
                ? frame.language() == Language.ZH
                        ? StatementRefusal.DAY_APPROVED.zh()
                        : StatementRefusal.DAY_APPROVED.en()
                : "";
    }

    private boolean mayWithdraw() {
        return statement.state() != Statement.State.WITHDRAWN && frame.visitor().may(Permission.RECONCILE_ACT);
    }

    /** The vendor's day. */
    public String dayPath() {
        return "/reconciliation/days/" + statement.day() + "/" + statement.vendorId();
    }

    /** Breaks of the vendor's day. */
    public String breaksPath() {
        return new Address("/reconciliation/breaks")
                .with("vendor", statement.vendorId())
                .with("from", statement.day())
                .with("to", statement.day())
                .toString();
    }
}
