package cn.suinian.gateway.console.day.board;

import cn.suinian.core.money.Payer;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.day.board.BoardView.Amount;
import cn.suinian.gateway.console.day.board.BoardView.NextLine;
import cn.suinian.gateway.console.day.word.DayPath;
import cn.suinian.gateway.console.day.word.PayerWords;
import cn.suinian.gateway.console.day.word.StateText;
import cn.suinian.gateway.console.form.Problems.Problem;
import cn.suinian.gateway.console.page.DoneBy;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.businessday.BusinessDay;
import cn.suinian.settlement.businessday.BusinessDay.State;
import cn.suinian.settlement.businessday.DayAct;
import cn.suinian.settlement.businessday.DayBoard.Line;
import cn.suinian.settlement.businessday.DayBoard.Waiting;
import cn.suinian.settlement.businessday.DayProgress;
import cn.suinian.settlement.businessday.DayReport;
import cn.suinian.settlement.clearing.ClearingLine;
import cn.suinian.settlement.clearing.Sums;
import cn.suinian.settlement.reconciliation.DayReview;
import cn.suinian.settlement.reconciliation.ReconciliationGate.Blocker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One business day, ready to print. */
public final class DayView {

    static final int MOST_VENDORS = 50;
    private static final long DEAD_AFTER_SECONDS = 60;

    private final Frame frame;
    private final Known known;

    /**
     * What is known of a day.
     *
     * @param report empty while only the standing is shown
     * @param vendors whose statements keep it
     * @param review what whoever signs it should know; empty: it is not cleared, or not for this visitor
     * @param running whether this node does something to it
     * @param failure why the last thing this node began was not done
     * @param due when its money is due
     * @param city whether the visitor works for the whole city, of which a day is
     */
    record Known(
            Line line,
            Optional<DayReport> report,
            List<DayAct> acts,
            List<Waiting> waiting,
            List<Blocker> vendors,
            Optional<DayReview> review,
            boolean running,
            Optional<Problem> failure,
            boolean published,
            LocalDate due,
            boolean city,
            Instant now,
            LocalDate today) {}

    DayView(Frame frame, Known known) {
        this.frame = frame;
        this.known = known;
    }

    /** Something that was done. */
    public record ActRow(String step, String at, String by, String reason) {}

    /** A button. */
    public record Button(String label, String path, boolean grave) {}

    /** A vendor that keeps the day: its lines, where what keeps it is settled, and its statements that are held. */
    public record VendorRow(String code, String path, String what, String settled, List<Link> held, String yuan) {}

    /** A link with its words. */
    public record Link(String path, String text) {}

    public Frame frame() {
        return frame;
    }

    public String say(DayText phrase, Object... values) {
        return frame.say(phrase, values);
    }

    public String day() {
        return known.line().day().day().toString();
    }

    public String dayName() {
        return Figures.day(known.line().day().day(), language());
    }

    public String path() {
        return DayPath.of(known.line().day().day());
    }

    public String state() {
        return StateText.of(reached(), language());
    }

    public String tone() {
        return StateText.of(reached()).tone();
    }

    /** When its money is due to vendors. */
    public String due() {
        boolean late = new PayDue(reached(), known.due(), known.today()).late();
        return say(late ? DayText.PAY_OVERDUE : DayText.DUE, known.due());
    }

    /** Where its part that moves is fetched again. */
    public String standingPath() {
        return path() + "/progress?lang=" + language().code();
    }

    /** Whether something is done to it just now, here or elsewhere. */
    public boolean underWay() {
        return known.running() || (known.line().progress().isPresent() && !dead());
    }

    /** What is done to it, or was when it died. */
    public Optional<DayProgress> progress() {
        return known.line().progress();
    }

    /** Its name. */
    public String progressTitle() {
        return say(DayText.PROGRESS, ProgressText.of(progress().orElseThrow().step(), language()));
    }

    /** How far it is. */
    public String progressLine() {
        DayProgress progress = progress().orElseThrow();
        return progress.of() > 0
                ? say(DayText.PROGRESS_OF, Figures.count(progress.done()), Figures.count(progress.of()))
                : say(DayText.PROGRESS_DONE, Figures.count(progress.done()));
    }

    /** When it last said something. */
    public String progressSeen() {
        DayProgress progress = progress().orElseThrow();
        return say(DayText.PROGRESS_SEEN, Figures.time(progress.seen()), DoneBy.of(progress.by(), language()));
    }

    /** Whether it says nothing any more. */
    public boolean dead() {
        return known.line()
                .progress()
                .filter(progress ->
                        progress.seen().plusSeconds(DEAD_AFTER_SECONDS).isBefore(known.now()))
                .isPresent();
    }

    /** Why what was begun here was not done; null: it was, or nothing was begun. */
    public @Nullable String failure() {
        return known.failure().map(problem -> problem.in(language())).orElse(null);
    }

    /** What comes next; what the visitor can do about it is among the buttons. */
    public List<NextLine> next() {
        return new Next(frame, known.line(), known.now(), false).lines();
    }

    /** What the next state is called; empty: there is none. */
    public String nextState() {
        return known.line().next().map(state -> StateText.of(state, language())).orElse("");
    }

    /** Whether anything keeps it. */
    public boolean kept() {
        return !known.line().blockers().isEmpty() || known.line().earlier().isPresent();
    }

    /** What waits for a second person. */
    public List<Link> waiting() {
        return known.waiting().stream()
                .map(each -> new Link(
                        RequestPages.path(each.request().requestNo()),
                        say(
                                DayText.WAITING_REQUEST,
                                DayText.valueOf(each.request().kind()).in(language()),
                                each.request().askedAs(),
                                Figures.dateTime(each.request().askedAt()))))
                .toList();
    }

    /** What the visitor can do at this step. */
    public List<Button> buttons() {
        return Arrays.stream(DayStep.values())
                .filter(step -> known.city())
                .filter(step -> step.isFrom(reached()) && frame.visitor().may(step.permission()))
                .filter(step ->
                        step != DayStep.CLOSE || known.line().day().day().isBefore(known.today()))
                .filter(step -> step != DayStep.ASK_REOPENING || stays() == null)
                .filter(step -> step != DayStep.PUBLISH || !known.published())
                .filter(step -> known.waiting().stream()
                        .noneMatch(each -> each.request().kind().equals(step.request())))
                .map(step -> new Button(step.label(language()), path() + "/" + step.path(), step.grave()))
                .toList();
    }

    /** What stands in the place of buttons: whoever may settle what keeps the day has that to do. */
    public String noActs() {
        Permission work = reached() == State.APPROVED ? Permission.PAYOUT_PREPARE : Permission.RECONCILE_ACT;
        return say(kept() && frame.visitor().may(work) ? DayText.ABOVE_FIRST : DayText.NO_ACTS);
    }

    /** Why it cannot be opened again now; null: it can, or is not that far. */
    public @Nullable String stays() {
        Line line = known.line();
        return line.stays()
                .map(paid -> say(DayText.STAYS, Figures.count(paid.count()), Figures.money(paid.fen())))
                .or(() -> line.later().map(after -> say(DayText.LATER_FIRST, after)))
                .orElse(null);
    }

    /** Vendors whose statements keep it: those with a held one, then the others, the most money first. */
    public List<VendorRow> vendors() {
        return known.vendors().stream()
                .sorted(Comparator.comparing(each -> each.held().isEmpty()))
                .limit(MOST_VENDORS)
                .map(each -> new VendorRow(
                        each.vendorCode(),
                        path() + "/vendors/" + each.vendorCode(),
                        language() == Language.ZH ? each.zh() : each.en(),
                        DayPath.reconciliation(known.line().day().day(), each.vendorId()),
                        each.held().stream().map(this::statement).toList(),
                        Figures.money(each.fen())))
                .toList();
    }

    private Link statement(int statementId) {
        return new Link("/reconciliation/statements/" + statementId, say(DayText.STATEMENT_NO, statementId));
    }

    /** What a vendor of this day is called; empty: it has no lines. */
    public String vendorName(String code) {
        return report().lines().stream()
                .filter(line -> line.vendorCode().equals(code))
                .map(ClearingLine::vendorName)
                .findFirst()
                .orElse("");
    }

    /** Whether there are more of them. */
    public boolean moreVendors() {
        return known.vendors().size() > MOST_VENDORS;
    }

    /** What whoever signs it should know; null: nothing for this visitor. */
    public @Nullable ReviewView review() {
        return known.review()
                .map(review -> new ReviewView(frame, known.line().day().day(), review))
                .orElse(null);
    }

    /** Whether it has figures. */
    public boolean cleared() {
        return known.line().day().isCleared();
    }

    /** Counts and money, by what they are. */
    public Map<String, String> totals() {
        BusinessDay day = known.line().day();
        Sums lines = report().totals();
        Map<String, String> totals = new LinkedHashMap<>();
        day.taps().ifPresent(taps -> {
            totals.put(say(DayText.APPROVED_TAPS), Figures.count(taps.approved()));
            totals.put(say(DayText.DECLINED_TAPS), Figures.count(taps.declined()));
            totals.put(say(DayText.LATE_TAPS), Figures.count(taps.late()));
        });
        totals.put(say(DayText.REVERSED_TAPS), Figures.count(report().reversed().taps()));
        totals.put(say(DayText.GROSS), Figures.money(lines.grossFen()));
        totals.put(say(DayText.SELF_PAY), Figures.money(lines.selfPayFen()));
        totals.put(say(DayText.OWED), Figures.money(owed(lines) - owed(report().reversed())));
        return totals;
    }

    /** What each payer owes, the city first. */
    public List<Amount> payers() {
        Map<Integer, Long> byPayer = new TreeMap<>();
        report().lines().forEach(line -> add(byPayer, line, 1));
        report().reversals().forEach(line -> add(byPayer, line, -1));
        List<Amount> amounts = new ArrayList<>();
        byPayer.forEach((payer, fen) -> amounts.add(new Amount(
                PayerWords.of(payer == 0 ? Optional.empty() : Optional.of(new Payer(payer)), language()),
                Figures.money(fen))));
        return amounts;
    }

    /** What its journal says. */
    public String journal() {
        String line = say(
                DayText.JOURNAL,
                Figures.yuan(report().journal().debitFen()),
                Figures.yuan(report().journal().creditFen()));
        return report().journal().debitFen() == report().journal().creditFen()
                ? line + " · " + say(DayText.JOURNAL_EVEN)
                : line;
    }

    /** Whether it has a seal. */
    public boolean isSealed() {
        return reached() == State.SEALED;
    }

    /** Whether its totals were published. */
    public boolean published() {
        return known.published();
    }

    /** Everything that happened to it, the latest first. */
    public List<ActRow> acts() {
        return known.acts().stream()
                .sorted(Comparator.comparingLong(DayAct::actNo).reversed())
                .map(this::act)
                .toList();
    }

    private ActRow act(DayAct act) {
        String to = StateText.of(act.to(), language());
        String signed = act.request().isEmpty()
                ? ""
                : " · "
                        + say(
                                DayText.SIGNATURE,
                                act.request().getAsLong(),
                                act.askedAs().orElse(""));
        return new ActRow(
                act.from()
                        .map(from -> StateText.of(from, language()) + " → " + to)
                        .orElse(say(DayText.OPENED)),
                Figures.dateTime(act.at()),
                DoneBy.of(act.by(), language()),
                act.reason() + signed);
    }

    private static void add(Map<Integer, Long> byPayer, ClearingLine line, int sign) {
        int payer = line.payer().map(Payer::code).orElse(0);
        byPayer.merge(payer, sign * owed(line.sums()), Math::addExact);
    }

    private static long owed(Sums sums) {
        return sums.subsidyFen() + sums.operatorSubsidyFen() + sums.deliverySubsidyFen();
    }

    private DayReport report() {
        return known.report().orElseThrow();
    }

    private State reached() {
        return known.line().day().state();
    }

    private Language language() {
        return frame.language();
    }
}
