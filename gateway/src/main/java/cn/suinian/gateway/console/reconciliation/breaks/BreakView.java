package cn.suinian.gateway.console.reconciliation.breaks;

import cn.suinian.core.authorization.decision.TapId;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.DoneBy;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Pending;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.RequestLink;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.breaks.Break;
import cn.suinian.settlement.reconciliation.breaks.BreakEvent;
import cn.suinian.settlement.reconciliation.breaks.BreakStatus;
import cn.suinian.settlement.reconciliation.breaks.Sides;
import cn.suinian.settlement.reconciliation.breaks.Worklist.Story;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One break, ready to print. */
public record BreakView(FormView form, VendorNames vendors, Sides sides, Story story) {

    public Break it() {
        return story.it();
    }

    /** An act and where it is done. */
    public record Act(String name, String path, boolean first) {}

    /** Where a side comes from. */
    public record Origin(String name, String path) {}

    /** A step of the timeline. */
    public record Step(
            String version,
            String at,
            String what,
            String state,
            String ours,
            String theirs,
            String by,
            String byPath,
            String reason,
            String attachmentPath,
            String attachment,
            String requestPath,
            String request) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public String path() {
        return FilterForm.LIST + "/" + it().breakNo();
    }

    public String title() {
        return say(BreakText.NUMBERED, Long.toString(it().breakNo()));
    }

    /** Of what is only an adjustment to be turned round: the kind that it was. */
    public String kind() {
        String kind = Words.kind(it().kind(), frame().language());
        return turnsRound() ? say(BreakText.KIND_WAS, kind) : kind;
    }

    /** What its kind means, as long as that is what it is about. */
    public String meaning() {
        if (turnsRound()) {
            long adjusted = new BreakPast(story.timeline()).adjustedFen();
            return say(adjusted > 0 ? BreakText.ROUND_MORE : BreakText.ROUND_LESS, Words.money(Math.abs(adjusted)));
        }
        return Words.meaning(it().kind(), frame().language());
    }

    private boolean turnsRound() {
        return new BreakPast(story.timeline()).turnsRound(it());
    }

    public String state() {
        return Words.status(it().status(), frame().language());
    }

    public String tone() {
        return Words.tone(it().status());
    }

    /** Whether an adjustment waits for its second signature. */
    public boolean waits() {
        return it().status() == BreakStatus.ASKED;
    }

    /** The adjustment that waits: who asked for it last. */
    public List<Pending> pending() {
        return waiting()
                .map(event -> RequestLink.of(frame(), event.request().getAsLong(), event.actor(), event.at()))
                .stream()
                .toList();
    }

    private Optional<BreakEvent> waiting() {
        return story.timeline().stream()
                .filter(event -> waits()
                        && event.act().equals("ADJUST_ASKED")
                        && event.request().isPresent())
                .max(Comparator.comparingInt(BreakEvent::version));
    }

    /** What somebody asked to be moved; empty: that step asked for nothing. */
    private String moved(BreakEvent event) {
        Long fen = event.request().isEmpty()
                ? null
                : story.askedFen().get(event.request().getAsLong());
        return fen == null ? "" : Words.moved(fen, frame().language());
    }

    /** Whether the vendor still has time to state it, so that nothing is to be decided. */
    public boolean awaited() {
        return it().status() == BreakStatus.OPEN && it().kind().isAwaited();
    }

    /** Whether it cannot be adjusted because nobody is known who would pay. */
    public boolean payerless() {
        return it().status() == BreakStatus.OPEN
                && it().payer().isEmpty()
                && it().money().difference() != 0;
    }

    public boolean mayAct() {
        return frame().visitor().may(Permission.RECONCILE_ACT);
    }

    /** What can be done with it as it is. */
    public List<Act> acts() {
        return !mayAct()
                ? List.of()
                : Arrays.stream(BreakAct.values())
                        .filter(act -> act.fits(it()))
                        .map(act -> new Act(say(act.text()), path() + "/" + act.path(), act == BreakAct.ADJUST))
                        .toList();
    }

    /** What is known of it. */
    public Map<String, String> facts() {
        Map<String, String> facts = facts(it(), vendors, frame());
        waiting().ifPresent(asked -> facts.put(say(ReconcileText.ADJUSTMENT_ASKED), moved(asked)));
        return facts;
    }

    static Map<String, String> facts(Break it, VendorNames vendors, Frame frame) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(ReconcileText.KIND), Words.kind(it, frame.language()));
        facts.put(frame.say(ReconcileText.VENDOR), vendors.name(it.vendorId()) + " · " + vendors.code(it.vendorId()));
        facts.put(frame.say(ReconcileText.DAY), it.day().toString());
        facts.put(frame.say(ReconcileText.SERVICE), Words.service(it.service(), frame.language()));
        facts.put(frame.say(ReconcileText.PAYER), Words.payer(it.payer(), frame.language()));
        facts.put(frame.say(ReconcileText.OURS), Words.money(it.money().oursFen()));
        facts.put(frame.say(ReconcileText.THEIRS), Words.money(it.money().theirsFen()));
        facts.put(
                frame.say(ReconcileText.DIFFERENCE), Words.difference(it.money().difference()));
        facts.put(frame.say(ReconcileText.AT_RISK), Words.money(it.money().riskFen()));
        facts.put(frame.say(BreakText.WHOSE), whose(it, frame));
        return facts;
    }

    /** Who works on it. */
    static String whose(Break it, Frame frame) {
        return whose(it.assignee().orElse(0), frame);
    }

    /** The same of a number of staff; 0: nobody. */
    static String whose(long assignee, Frame frame) {
        if (assignee == 0) {
            return frame.say(BreakText.NOBODYS);
        }
        return Objects.equals(frame.visitor().staffId(), assignee)
                ? frame.say(BreakText.MINE)
                : frame.say(BreakText.SOMEBODY, Long.toString(assignee));
    }

    /** Both sides, field by field. */
    public List<SideLines.Line> lines() {
        return new SideLines(it(), sides, frame()).list();
    }

    /** Our taps, and where each is explained. */
    public List<Origin> taps() {
        return sides.ours().stream()
                .map(tap -> {
                    TapId id = TapId.of(
                            tap.key().date(), tap.key().terminalId(), tap.key().terminalSeq(), tap.tac());
                    return new Origin(id.toString(), "/taps/" + id);
                })
                .toList();
    }

    /** The vendor's rows, and the statement of each. */
    public List<Origin> rows() {
        return sides.theirs().stream()
                .map(row -> new Origin(
                        say(
                                BreakText.THEIR_ROW,
                                Integer.toString(row.source().statementId()),
                                Integer.toString(row.source().lineNo())),
                        "/reconciliation/statements/" + row.source().statementId()))
                .toList();
    }

    /** What became of it, the newest first. */
    public List<Step> steps() {
        return story.timeline().stream()
                .sorted((one, other) -> Integer.compare(other.version(), one.version()))
                .map(this::step)
                .toList();
    }

    private Step step(BreakEvent event) {
        String attachment = event.attachment().isPresent()
                ? Long.toString(event.attachment().getAsLong())
                : "";
        String request =
                event.request().isPresent() ? Long.toString(event.request().getAsLong()) : "";
        BreakPast past = new BreakPast(story.timeline());
        int rule = past.rule(it(), event);
        return new Step(
                Integer.toString(event.version()),
                Figures.dateTime(event.at()),
                event.act().equals("REOPENED") ? say(past.opened(event)) : what(event.act()),
                Words.status(event.status(), frame().language()),
                Words.money(event.oursFen()),
                Words.money(event.theirsFen()),
                rule == 0
                        ? DoneBy.of(event.actor(), frame().language())
                        : say(BreakText.RULE_NO, Integer.toString(rule)),
                rule == 0 ? "" : "/reconciliation/rules#rule-" + rule,
                event.reason().orElse(""),
                attachment.isEmpty() ? "" : "/reconciliation/attachments/" + attachment,
                attachment.isEmpty() ? "" : say(BreakText.OPEN_ATTACHMENT, attachment),
                waits() && !request.isEmpty() ? RequestLink.path(event.request().getAsLong()) : "",
                request.isEmpty() ? "" : (say(BreakText.REQUEST, request) + " " + moved(event)).strip());
    }

    /** A stored act in words; one of a newer release keeps its name. */
    private String what(String act) {
        return switch (act) {
            case "OPENED" -> say(BreakText.OPENED_STEP);
            case "CHANGED" -> say(BreakText.CHANGED_STEP);
            case "AGED" -> say(BreakText.AGED_STEP);
            case "HEALED" -> say(BreakText.HEALED_STEP);
            case "RESOLVED_BY_RULE" -> say(BreakText.RULE_STEP);
            case "ADJUST_ASKED" -> say(BreakText.ASKED_STEP);
            case "ADJUSTED" -> say(BreakText.ADJUSTED_STEP);
            case "ADJUST_DECLINED" -> say(BreakText.DECLINED_STEP);
            case "ADJUST_WITHDRAWN" -> say(BreakText.WITHDRAWN_STEP);
            case "ACCEPTED" -> say(BreakText.ACCEPT);
            case "REJECTED" -> say(BreakText.REJECT);
            case "LINKED" -> say(BreakText.LINK);
            case "COMMENTED" -> say(BreakText.COMMENT);
            case "ASSIGNED" -> say(BreakText.ASSIGN);
            case "REOPENED_BY_HAND" -> say(BreakText.REOPEN);
            default -> act;
        };
    }
}
