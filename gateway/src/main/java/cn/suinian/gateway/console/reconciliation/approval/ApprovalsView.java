package cn.suinian.gateway.console.reconciliation.approval;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.approval.InboxPages;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.rule.RuleText;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.breaks.Break;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Requests, ready to print.
 *
 * @param older where the next page is; null: there is none
 */
public record ApprovalsView(
        FormView form,
        VendorNames vendors,
        List<Waiting> waiting,
        @Nullable String first,
        @Nullable String older) {
    private static final String NONE = "—";

    /** One of them. */
    public record Row(
            String path,
            String number,
            String kind,
            String vendor,
            String day,
            String money,
            String askedBy,
            String askedAt,
            String reason,
            boolean own,
            boolean stillSo) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public List<Row> rows() {
        return waiting.stream().map(this::row).toList();
    }

    /** The one request of a page about one. */
    public Row row() {
        return row(waiting.get(0));
    }

    private Row row(Waiting each) {
        return new Row(
                each.path(),
                Long.toString(each.request().requestNo()),
                say(each.kind()),
                vendor(each),
                Objects.toString(each.day(), NONE),
                money(each),
                each.request().askedAs(),
                Figures.dateTime(each.request().askedAt()),
                each.request().reason(),
                Objects.equals(frame().visitor().staffId(), each.request().askedBy()),
                each.stillSo());
    }

    private String vendor(Waiting each) {
        Integer vendorId = each.vendorId();
        return vendorId == null ? say(ReconcileText.ANY_VENDOR) : vendors.name(vendorId);
    }

    private String money(Waiting each) {
        if (each.fen().isEmpty()) {
            return NONE;
        }
        long fen = each.fen().getAsLong();
        if (each.adjustment().isEmpty()) {
            return say(ApprovalText.BY_OUR_TAPS, Words.money(fen));
        }
        return Words.moved(fen, frame().language());
    }

    /** Where whoever asked takes it back. */
    public String withdrawPath() {
        return InboxPages.withdrawPath(waiting.get(0).request().requestNo());
    }

    /**
     * Where one of the decisions is sent.
     *
     * @param inbox whether the visitor came from the inbox of the whole console
     */
    public String decisionPath(String decision, boolean inbox) {
        String query = inbox ? "?from=inbox" : "";
        return row().path() + "/" + decision + query;
    }

    public boolean mayDecide() {
        return frame().visitor().may(Permission.RECONCILE_APPROVE);
    }

    /** The one request in a line, for who just decided it. */
    String inALine() {
        Row row = row();
        List<String> parts = new ArrayList<>(List.of(row.kind() + " " + row.number(), row.vendor()));
        for (String part : List.of(row.day(), row.money())) {
            if (!part.equals(NONE)) {
                parts.add(part);
            }
        }
        return String.join(" · ", parts);
    }

    /** What is asked for. */
    public Map<String, String> facts() {
        Row row = row();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(ApprovalText.WHAT), row.kind());
        facts.put(say(ReconcileText.VENDOR), row.vendor());
        facts.put(say(ReconcileText.DAY), row.day());
        facts.put(say(ApprovalText.MONEY), row.money());
        facts.put(say(ApprovalText.ASKED_BY), row.askedBy() + " · " + row.askedAt());
        facts.put(say(ReconcileText.REASON), row.reason());
        facts.put(say(ApprovalText.NOW), say(row.stillSo() ? ApprovalText.STILL_SO : ApprovalText.NOT_SO));
        waiting.get(0).adjustment().ifPresent(adjustment -> {
            Break it = adjustment.it();
            facts.put(say(ReconcileText.KIND), Words.kind(it, frame().language()));
            facts.put(say(ReconcileText.PAYER), Words.payer(it.payer(), frame().language()));
            facts.put(say(ReconcileText.OURS), Words.money(it.money().oursFen()));
            facts.put(say(ReconcileText.THEIRS), Words.money(it.money().theirsFen()));
            facts.put(say(ReconcileText.DIFFERENCE), Words.difference(it.money().difference()));
        });
        waiting.get(0).rule().ifPresent(rule -> {
            facts.put(say(ReconcileText.KIND), Words.kind(rule.kind(), frame().language()));
            facts.put(say(RuleText.ACT), say(RuleText.of(rule.act())));
            facts.put(say(RuleText.MOST), Words.money(rule.mostFen()));
            facts.put(say(RuleText.MOST_DAY), Words.money(rule.mostDayFen()));
        });
        return facts;
    }

    /** What it is about. */
    public String subjectPath() {
        return waiting.get(0).aboutPath();
    }

    /** What leads there. */
    public String subjectLabel() {
        return waiting.get(0)
                .adjustment()
                .map(adjustment ->
                        say(ApprovalText.BREAK) + " " + adjustment.it().breakNo())
                .orElseGet(() -> waiting.get(0).rule().isPresent()
                        ? say(ReconcileText.RULES)
                        : row().vendor() + " · " + row().day());
    }

    /** What happens then. */
    public String consequence() {
        Waiting one = waiting.get(0);
        if (one.rule().isPresent()) {
            return say(ApprovalText.RULE_LINE);
        }
        return say(one.adjustment().isPresent() ? ApprovalText.ADJUST_LINE : ApprovalText.EXCUSE_LINE);
    }
}
