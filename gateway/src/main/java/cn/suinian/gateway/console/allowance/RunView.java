package cn.suinian.gateway.console.allowance;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.word.RunText;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.allowance.AllowanceRun;
import cn.suinian.settlement.allowance.AllowanceRun.State;
import cn.suinian.settlement.allowance.RunHistory.Payments;
import cn.suinian.settlement.allowance.RunHistory.Told;
import cn.suinian.settlement.allowance.outcome.Withheld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A run, ready to print.
 *
 * @param notes how many people by kind and reason of note
 * @param withheld who is on its list and gets nothing, where the page says so
 */
public record RunView(Frame frame, Told told, Map<String, Long> notes, Withheld withheld) {

    public RunView(Frame frame, Told told, Map<String, Long> notes) {
        this(frame, told, notes, Withheld.NOBODY);
    }

    /** A way on; the first one of a run is what it needs next. */
    public record Step(String path, String name, boolean strong) {}

    /** How many are left out or changed, and why; it leads to who they are. */
    public record NoteRow(String path, String kind, String reason, String people) {}

    /** Whose account changed. */
    public record AccountRow(String holder, String path, String when, String who) {}

    /** What happened. */
    public record ActRow(String when, String step, String who, String reason) {}

    static String path(AllowanceRun run) {
        return path(run.runNo());
    }

    static String path(long runNo) {
        return "/allowance/runs/" + runNo;
    }

    static String tone(State state) {
        return switch (state) {
            case LISTED, CONFIRMED, APPROVED, PAY_FILE -> "wait";
            case DISCARDED -> "bad";
            case RECONCILED -> "good";
        };
    }

    public AllowanceRun run() {
        return told.run();
    }

    public String path() {
        return path(run());
    }

    public String monthPath() {
        return MonthsView.path(run().month());
    }

    public String say(RunText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    /** Its name among people. */
    public String name() {
        return name(run(), frame.language());
    }

    /** What people call a run. */
    static String name(AllowanceRun run, Language language) {
        return RunText.RUN.in(language).formatted(run.month(), Words.of(run.district(), language), run.runNo());
    }

    public String tone() {
        return tone(run().state());
    }

    public String state() {
        return CodeText.of(run().state(), frame.language());
    }

    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                say(RunText.PAYABLE),
                say(RunText.PAID_PEOPLE, Figures.count(run().holders()), Figures.yuan(run().payableFen())));
        facts.put(say(RunText.CLAIMED), say(RunText.YUAN, Figures.yuan(run().recoveryFen())));
        if (run().withdrawnFen() > 0) {
            facts.put(say(RunText.WITHDRAWN), say(RunText.YUAN, Figures.yuan(run().withdrawnFen())));
        }
        facts.put(say(RunText.LEFT_OUT), say(RunText.PEOPLE, Figures.count(run().excluded())));
        facts.put(say(RunText.LISTED_AT), Figures.dateTime(run().listedAt()));
        told.request().ifPresent(request -> facts.put(say(RunText.WAITS_FOR), asked(request)));
        return facts;
    }

    private String asked(ApprovalRequest request) {
        return say(RunText.ASKED, request.askedAs(), Figures.dateTime(request.askedAt()), request.reason());
    }

    public boolean discarded() {
        return run().state() == State.DISCARDED;
    }

    /** Whether the reader confirmed the list, and so cannot decide on it. */
    public boolean own() {
        return told.request()
                .map(ApprovalRequest::askedBy)
                .filter(askedBy -> Objects.equals(askedBy, frame.visitor().staffId()))
                .isPresent();
    }

    public boolean waits() {
        return told.request().isPresent();
    }

    /** The request that a decision is about. */
    public long requestNo() {
        return told.request().map(ApprovalRequest::requestNo).orElse(0L);
    }

    /** Accounts that changed since they were paid last, the latest first. */
    public List<AccountRow> accountRows() {
        return told.accounts().latest().stream()
                .map(change -> new AccountRow(
                        Long.toString(change.holderId()),
                        path() + "/holders/" + change.holderId(),
                        Figures.dateTime(change.at()),
                        change.by()))
                .toList();
    }

    public String accountsLine() {
        return say(RunText.ACCOUNTS_LINE, Figures.count(told.accounts().people()));
    }

    /** The latest of them, which whoever decides has seen with this page. */
    public long lastAccount() {
        return told.accounts().last();
    }

    /** That the list can only be sent back. */
    public String unpayableLine() {
        return say(RunText.UNPAYABLE, Figures.count(withheld.people()), Figures.yuan(withheld.fen()));
    }

    /** Who is left out, the first of them when they are many. */
    public List<Step> withheldHolders() {
        return withheld.holders().stream()
                .map(each -> new Step(path() + "/holders/" + each, Long.toString(each), false))
                .toList();
    }

    /** How many that are, in words and with their numbers. */
    public String withheldLine() {
        String numbers = withheld.holders().stream().map(Object::toString).collect(Collectors.joining(", "));
        return say(
                RunText.WITHHELD_LINE,
                Figures.count(withheld.people()),
                Figures.yuan(withheld.fen()),
                withheld.people() > withheld.holders().size() ? numbers + " …" : numbers);
    }

    public String approveLine() {
        return say(RunText.APPROVE_LINE, Figures.yuan(run().payableFen() + run().withdrawnFen()));
    }

    /** What the reader can do now. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        boolean prepares = frame.visitor().may(Permission.ALLOWANCE_PREPARE);
        switch (run().state()) {
            case LISTED -> {
                add(steps, prepares, "/confirm", RunText.DO_CONFIRM);
                add(steps, prepares, "/again", RunText.DO_AGAIN);
            }
            case CONFIRMED ->
                add(steps, frame.visitor().may(Permission.ALLOWANCE_APPROVE), "/decide", RunText.DO_DECIDE);
            case APPROVED -> add(steps, prepares, "/order", RunText.DO_ORDER);
            case PAY_FILE -> {
                boolean all = told.payments().open() == 0;
                add(steps, prepares && all && !told.payments().own(), "/reconcile", RunText.DO_RECONCILE);
                add(steps, prepares, "/results", RunText.DO_RESULTS);
                add(steps, prepares, "/file", RunText.DO_FILE);
            }
            case RECONCILED -> add(steps, prepares, "/file", RunText.DO_FILE);
            case DISCARDED -> {}
        }
        return steps;
    }

    private void add(List<Step> steps, boolean may, String what, RunText name) {
        if (may) {
            steps.add(new Step(path() + what, say(name), steps.isEmpty() && run().state() != State.RECONCILED));
        }
    }

    /** Why there is nothing to do, or nothing more, for the reader; empty: there is. */
    public String whoseTurn() {
        return switch (run().state()) {
            case DISCARDED -> say(RunText.DISCARDED_NOTE);
            case RECONCILED -> say(RunText.DONE_ALL);
            case CONFIRMED -> say(own() ? RunText.OWN : RunText.WAITS_FOR_OTHER);
            case PAY_FILE ->
                told.payments().own() && told.payments().open() == 0 ? say(RunText.TOOK_RETURNS) : waitsForPreparer();
            case LISTED, APPROVED -> waitsForPreparer();
        };
    }

    private String waitsForPreparer() {
        return steps().isEmpty() ? say(RunText.WAITS_FOR_PREPARER) : "";
    }

    public List<NoteRow> noteRows() {
        List<NoteRow> rows = new ArrayList<>();
        notes.forEach((what, people) -> {
            int space = what.indexOf(' ');
            String kind = what.substring(0, space);
            String reason = what.substring(space + 1);
            rows.add(new NoteRow(
                    new Address(path() + "/differences")
                            .with("kind", kind)
                            .with("reason", reason)
                            .text(),
                    CodeText.of(kind, frame.language()),
                    CodeText.of(reason, frame.language()),
                    Figures.count(people)));
        });
        return rows;
    }

    /** Whether payments were ordered. */
    public boolean ordered() {
        return isOrdered(run());
    }

    /** The same of any run. */
    static boolean isOrdered(AllowanceRun run) {
        return run.state() == State.PAY_FILE || run.state() == State.RECONCILED;
    }

    /** Whether the reader may record that the bank returned what it had paid. */
    public boolean recordsLateReturns() {
        return ordered() && told.payments().paidFen() > 0 && frame.visitor().may(Permission.ALLOWANCE_PREPARE);
    }

    public Map<String, String> payments() {
        Payments payments = told.payments();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(RunText.PAYMENTS_OPEN), Figures.count(payments.open()));
        facts.put(say(RunText.PAYMENTS_PAID), say(RunText.YUAN, Figures.yuan(payments.paidFen())));
        facts.put(
                say(RunText.PAYMENTS_RETURNED),
                say(
                        RunText.RETURNED_LINE,
                        Figures.count(payments.returned() - withheld.people()),
                        Figures.yuan(payments.returnedFen() - withheld.fen())));
        if (withheld.any()) {
            facts.put(say(RunText.WITHHELD), withheldLine());
        }
        if (!payments.takenBy().isEmpty()) {
            facts.put(say(RunText.RETURNS_TAKEN_BY), payments.takenBy());
        }
        return facts;
    }

    /** Whoever approves gives no reason: what is kept with it is that of the request. */
    public List<ActRow> history() {
        return told.acts().stream()
                .map(act -> new ActRow(
                        Figures.dateTime(act.at()),
                        CodeText.of(act.to(), frame.language()),
                        act.by(),
                        act.to() == State.APPROVED ? "" : act.reason()))
                .toList();
    }
}
