package cn.suinian.gateway.console.reconciliation.rule;

import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Pending;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.RequestLink;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.ResolutionRules.Asked;
import cn.suinian.settlement.reconciliation.ResolutionRules.InForce;
import cn.suinian.settlement.reconciliation.policy.BreakKind;
import cn.suinian.settlement.reconciliation.policy.ResolutionRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules, ready to print.
 *
 * @param waiting those that wait for their second signature
 */
public record RulesView(FormView form, VendorNames vendors, List<InForce> inForce, List<Asked> waiting) {

    /** One in force. */
    public record SignedRow(Row rule, String signedBy, String since) {}

    /** One of them. */
    public record Row(
            String number,
            String endPath,
            String vendor,
            String kind,
            String act,
            String most,
            String mostDay,
            String basis) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase) {
        return frame().say(phrase);
    }

    public boolean mayChange() {
        return frame().visitor().may(Permission.RECONCILE_APPROVE);
    }

    public List<Option> kinds() {
        return Words.kinds(frame().language()).stream()
                .filter(kind -> !BreakKind.valueOf(kind.value()).isAwaited())
                .toList();
    }

    public List<Option> acts() {
        return List.of(new Option("ACCEPT", say(RuleText.ACCEPT)), new Option("REJECT", say(RuleText.REJECT)));
    }

    public List<SignedRow> rows() {
        return inForce.stream()
                .map(each -> new SignedRow(
                        row(each.rule()),
                        each.askedAs() + " · " + each.approvedAs(),
                        frame().say(RuleText.SINCE, Figures.dateTime(each.since()))))
                .toList();
    }

    /** What waits: the rule, who asked for it and when. */
    public List<Pending> pending() {
        return waiting.stream()
                .map(each -> {
                    Row row = row(each.rule());
                    Pending link = RequestLink.of(frame(), each.request());
                    String rule = String.join(" · ", row.vendor(), row.kind(), row.act(), row.most());
                    return new Pending(link.path(), rule + " · " + link.text());
                })
                .toList();
    }

    Row row(ResolutionRule rule) {
        return new Row(
                Integer.toString(rule.ruleId()),
                "/reconciliation/rules/" + rule.ruleId() + "/end",
                rule.vendorId() == null ? say(ReconcileText.ANY_VENDOR) : vendors.name(rule.vendorId()),
                Words.kind(rule.kind(), frame().language()),
                say(RuleText.of(rule.act())),
                Words.money(rule.mostFen()),
                Words.money(rule.mostDayFen()),
                rule.basis());
    }

    Map<String, String> facts(ResolutionRule rule) {
        Row row = row(rule);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(ReconcileText.VENDOR), row.vendor());
        facts.put(say(ReconcileText.KIND), row.kind());
        facts.put(say(RuleText.ACT), row.act());
        facts.put(say(RuleText.MOST), row.most());
        facts.put(say(RuleText.MOST_DAY), row.mostDay());
        facts.put(say(RuleText.BASIS), row.basis());
        return facts;
    }
}
