package cn.suinian.gateway.console.reconciliation.day;

import cn.suinian.core.approval.ApprovalRequest;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.terminal.Service;
import cn.suinian.gateway.console.day.word.WordText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.DoneBy;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Pending;
import cn.suinian.gateway.console.page.Phrase;
import cn.suinian.gateway.console.reconciliation.word.ReconcileText;
import cn.suinian.gateway.console.reconciliation.word.RequestLink;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.reconciliation.word.Words;
import cn.suinian.settlement.reconciliation.VendorDay;
import cn.suinian.settlement.reconciliation.VendorDay.Line;
import cn.suinian.settlement.reconciliation.VendorDay.OfKind;
import cn.suinian.settlement.reconciliation.VendorDay.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's business day, ready to print.
 *
 * @param asked the request for an excuse that waits
 */
public record VendorDayView(
        FormView form, VendorNames vendors, VendorDay.Detail detail, Optional<ApprovalRequest> asked) {

    private static final String NONE = "—";

    /** One figure of one service on both sides. */
    public record Compared(
            String service,
            String what,
            String ours,
            String theirs,
            String difference,
            boolean differs,
            String breaksPath) {}

    /** Breaks of one kind. */
    public record Kind(
            String name,
            String meaning,
            String open,
            String openPath,
            String risk,
            String difference,
            String resolved,
            String resolvedPath) {}

    public Frame frame() {
        return form.frame();
    }

    public String say(Phrase phrase, Object... values) {
        return frame().say(phrase, values);
    }

    public VendorDay it() {
        return detail.it();
    }

    public String path() {
        return "/reconciliation/days/" + it().day() + "/" + it().vendorId();
    }

    public String title() {
        return say(DayText.TITLE, vendors.name(it().vendorId()), it().day());
    }

    public String standing() {
        return say(Standings.name(it().standing()));
    }

    public String standingLine() {
        return say(Standings.line(it().standing()));
    }

    public String tone() {
        return Standings.tone(it().standing());
    }

    /** What is known of it. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say(ReconcileText.VENDOR), vendors.name(it().vendorId()) + " · " + vendors.code(it().vendorId()));
        facts.put(say(ReconcileText.DAY), Figures.day(it().day(), frame().language()));
        facts.put(
                say(DayText.RUN),
                detail.run()
                        .map(run -> say(
                                DayText.RUN_VALUE,
                                Figures.dateTime(run.at()),
                                DoneBy.of(run.by(), frame().language()),
                                Integer.toString(run.runs()),
                                Figures.count(run.rows())))
                        .orElseGet(() -> say(DayText.NO_RUN)));
        facts.put(say(WordText.OWED), Words.money(DaysView.owed(it())));
        facts.put(say(ReconcileText.OPEN_BREAKS), Figures.count(it().openBreaks()));
        facts.put(say(ReconcileText.AT_RISK), Words.money(it().riskFen()));
        detail.excuse()
                .ifPresent(excuse -> facts.put(
                        say(DayText.EXCUSE_BY),
                        excuse.by() + " · " + Figures.dateTime(excuse.at()) + " · " + excuse.reason()));
        return facts;
    }

    /** Whether the two sides were ever compared; before that no figure has breaks behind it. */
    public boolean compared() {
        return detail.run().isPresent();
    }

    /** Every figure of every service; of staff of a district ours alone. */
    public List<Compared> lines() {
        List<Compared> lines = new ArrayList<>();
        for (Line line : detail.lines()) {
            lines.add(taps(line));
            lines.add(money(
                    line.service(),
                    ReconcileText.AMOUNT,
                    line.ours().amountFen(),
                    line.theirs().amountFen()));
            lines.add(money(
                    line.service(),
                    ReconcileText.SUBSIDY,
                    line.ours().subsidyFen(),
                    line.theirs().subsidyFen()));
            lines.add(extra(line));
        }
        return city() ? lines : lines.stream().map(VendorDayView::oursAlone).toList();
    }

    private Compared taps(Line line) {
        long ours = line.ours().taps();
        long theirs = line.theirs().taps();
        return new Compared(
                Words.service(line.service(), frame().language()),
                say(ReconcileText.TAPS),
                Figures.count(ours),
                Figures.count(theirs),
                (theirs > ours ? "+" : "") + Figures.count(theirs - ours),
                theirs != ours && compared(),
                breaks(line.service()).toString());
    }

    private static Compared oursAlone(Compared line) {
        return new Compared(line.service(), line.what(), line.ours(), NONE, NONE, false, line.breaksPath());
    }

    /** Whether what the vendor states is shown: it is of all payers. */
    private boolean city() {
        return frame().visitor().city();
    }

    /** What the vendor does not state is not compared, and is no difference. */
    private Compared extra(Line line) {
        Compared extra = money(
                line.service(),
                ReconcileText.EXTRA,
                line.ours().extraFen(),
                line.theirs().extraFen());
        return line.extraStated() || !compared()
                ? extra
                : new Compared(
                        extra.service(),
                        extra.what(),
                        extra.ours(),
                        say(DayText.NOT_STATED),
                        NONE,
                        false,
                        extra.breaksPath());
    }

    private Compared money(Service service, Phrase what, long ours, long theirs) {
        return new Compared(
                Words.service(service, frame().language()),
                say(what),
                Words.money(ours),
                Words.money(theirs),
                Words.difference(theirs - ours),
                theirs != ours && compared(),
                breaks(service).toString());
    }

    private Address breaks(@Nullable Service service) {
        return new Address("/reconciliation/breaks")
                .with("vendor", it().vendorId())
                .with("service", service == null ? null : service.name())
                .with("from", it().day())
                .with("to", it().day());
    }

    /** Breaks by kind, the most money first. */
    public List<Kind> kinds() {
        return detail.kinds().stream().map(this::kind).toList();
    }

    private Kind kind(OfKind each) {
        Address breaks = breaks(null).with("kind", each.kind().name());
        return new Kind(
                Words.kind(each.kind(), frame().language()),
                Words.meaning(each.kind(), frame().language()),
                Figures.count(each.open()),
                breaks.toString(),
                Words.money(each.riskFen()),
                Words.difference(each.differenceFen()),
                Figures.count(each.resolved()),
                breaks.with("state", "DONE").toString());
    }

    /** All kinds together. */
    public Kind together() {
        return new Kind(
                say(DayText.TOTAL),
                "",
                Figures.count(detail.kinds().stream().mapToLong(OfKind::open).sum()),
                "",
                Words.money(detail.kinds().stream().mapToLong(OfKind::riskFen).sum()),
                Words.difference(
                        detail.kinds().stream().mapToLong(OfKind::differenceFen).sum()),
                Figures.count(
                        detail.kinds().stream().mapToLong(OfKind::resolved).sum()),
                "");
    }

    /** From our subsidy to the vendor's; null: there is nothing to lead to. */
    public @Nullable BridgeView bridge() {
        return detail.bridge().map(bridge -> new BridgeView(frame(), bridge)).orElse(null);
    }

    /** Statements of this day. */
    public String statementsPath() {
        return new Address("/reconciliation/statements")
                .with("vendor", it().vendorId())
                .with("from", it().day())
                .with("to", it().day())
                .toString();
    }

    /** The form that takes its statement. */
    public String uploadPath() {
        return new Address("/reconciliation/statements/new")
                .with("vendor", it().vendorId())
                .with("day", it().day())
                .toString();
    }

    /** The excuse that waits. */
    public List<Pending> pending() {
        return asked.map(request -> RequestLink.of(frame(), request)).stream().toList();
    }

    /** Whether the reader may see what speaks about the vendor before it is paid. */
    public boolean looks() {
        return frame().visitor().may(Permission.LENS_VIEW);
    }

    /** Where that is, and where payment is held. */
    public String casePath() {
        return new Address("/lens/cases/" + it().vendorId())
                .with("from", it().day())
                .with("to", it().day())
                .toString();
    }

    public boolean mayAct() {
        return frame().visitor().may(Permission.RECONCILE_ACT);
    }

    /** Whether somebody may ask that it be excused. */
    public boolean canBeExcused() {
        return mayAct() && (it().standing() == Standing.OVERDUE || it().standing() == Standing.AWAITED);
    }
}
