package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.ListView.Cell;
import cn.suinian.gateway.console.allowance.ListView.Column;
import cn.suinian.gateway.console.allowance.ListView.Head;
import cn.suinian.gateway.console.allowance.ListView.Link;
import cn.suinian.gateway.console.allowance.ListView.Nothing;
import cn.suinian.gateway.console.allowance.ListView.Table;
import cn.suinian.gateway.console.allowance.ListView.Which;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.AllowanceRefusal;
import cn.suinian.settlement.allowance.refund.Refund;
import cn.suinian.settlement.allowance.refund.Refunds;
import cn.suinian.settlement.allowance.refund.Refunds.Asked;
import cn.suinian.settlement.allowance.refund.Refunds.Waiting;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is owed back to families, by district, and that it was given back. */
final class RefundPages {

    private static final String REFUNDS = RefundListPages.REFUNDS;
    private static final String ONE = REFUNDS + "/:run/:holder/:month";
    private static final int PAGE = 50;

    private final Refunds refunds;
    private final RefundListPages lists;

    RefundPages(AllowanceOffice office) {
        this.refunds = office.refunds();
        this.lists = new RefundListPages(office.refundReads());
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(REFUNDS, Permission.ALLOWANCE_VIEW, this::list),
                ConsoleRoute.form(ONE, Permission.ALLOWANCE_PREPARE, this::ask),
                ConsoleRoute.act(ONE, Permission.ALLOWANCE_PREPARE, this::given, this::ask),
                ConsoleRoute.form(ONE + "/decide", Permission.ALLOWANCE_APPROVE, this::decide),
                ConsoleRoute.act(ONE + "/approve", Permission.ALLOWANCE_APPROVE, this::approve, this::decide),
                ConsoleRoute.act(ONE + "/reject", Permission.ALLOWANCE_APPROVE, this::reject, this::decide));
    }

    private static String path(Refund refund) {
        return path(refund.runNo(), refund.holderId(), refund.month());
    }

    static String path(Asked asked) {
        return path(asked.runNo(), asked.holderId(), asked.month());
    }

    private static String path(long runNo, long holderId, YearMonth month) {
        return REFUNDS + "/" + runNo + "/" + holderId + "/" + month;
    }

    private Answer list(Visit visit) throws SQLException {
        District own = visit.actor().scope().district();
        Typed typed = LinePages.asked(visit, "district", "which");
        Optional<District> wanted = own != null ? Optional.of(own) : typed.choice("district", District.class);
        Which which = typed.choice("which", Which.class).orElse(Which.OPEN);
        if (wanted.isEmpty()) {
            return lists.districts(visit, typed, which);
        }
        District district = wanted.get();
        Typed asked = typed.with("district", district.name()).with("which", which.name());
        if (which == Which.SETTLED) {
            return lists.settled(visit, asked, district, own == null);
        }
        FormView form = visit.form(asked, Problems.NONE);
        Frame frame = form.frame();
        long after = Math.max(visit.queryNumber("after"), 0);
        List<Refund> found = refunds.list(visit.actor(), district, after, PAGE);
        long last = found.size() >= PAGE ? found.get(found.size() - 1).holderId() : 0;
        Set<Refund> waiting = refunds.listWaiting(visit.actor()).stream()
                .flatMap(each -> each.refund().stream())
                .collect(Collectors.toSet());
        List<List<Cell>> rows = found.stream()
                .map(refund -> row(frame, refund, waiting.contains(refund)))
                .toList();
        return LinePages.list(new ListView(
                form,
                new Head(frame.say(AllowanceText.REFUNDS), frame.say(AllowanceText.REFUNDS_LEAD)),
                new Link("/allowance", frame.say(AllowanceText.ALL_MONTHS)),
                RefundListPages.filter(frame, own == null),
                new Table(
                        frame.say(AllowanceText.REFUNDS_OF, Words.of(district, frame.language())),
                        columns(frame),
                        rows),
                LinePages.turns(new Address(REFUNDS).with("district", district).text(), after, last),
                new Nothing(frame.say(AllowanceText.NO_REFUNDS), frame.say(AllowanceText.NO_REFUNDS_LINE))));
    }

    private static List<Column> columns(Frame frame) {
        return List.of(
                new Column(frame.say(AllowanceText.HOLDER), false),
                new Column(frame.say(AllowanceText.FOR_MONTH), false),
                new Column(frame.say(AllowanceText.COLLECTED_ON), false),
                new Column(frame.say(AllowanceText.RETURNED_ON), false),
                new Column(frame.say(AllowanceText.AMOUNT), true),
                new Column(frame.say(AllowanceText.REFUND_LINK), false));
    }

    private static List<Cell> row(Frame frame, Refund refund, boolean waits) {
        return List.of(
                LinePages.holder(refund.runNo(), refund.holderId()),
                Cell.of(refund.month().toString()),
                Cell.of(Figures.dateTime(refund.collectedAt())),
                Cell.of(refund.returnedOn().toString()),
                Cell.of(Figures.yuan(refund.fen())),
                todo(frame, refund, waits));
    }

    private static Cell todo(Frame frame, Refund refund, boolean waits) {
        if (waits) {
            String label = frame.say(AllowanceText.COLLECTION_WAITS);
            return frame.visitor().may(Permission.ALLOWANCE_APPROVE)
                    ? new Cell(label, path(refund) + "/decide")
                    : Cell.of(label);
        }
        return frame.visitor().may(Permission.ALLOWANCE_PREPARE)
                ? new Cell(frame.say(AllowanceText.REFUND_LINK), path(refund))
                : Cell.of("");
    }

    private Answer ask(Visit visit, Problems problems) throws SQLException {
        Refund refund = refund(visit);
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Confirmation confirmation = new Confirmation(
                form,
                path(refund),
                frame.say(AllowanceText.REFUND_ASK),
                frame.say(AllowanceText.REFUND_LINE),
                facts(frame, refund),
                frame.say(AllowanceText.REFUND_LINK),
                REFUNDS,
                0,
                true);
        return Answer.page("part/act.jte", Map.of("view", confirmation));
    }

    private static Map<String, String> facts(Frame frame, Asked asked) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(AllowanceText.HOLDER), Long.toString(asked.holderId()));
        facts.put(frame.say(AllowanceText.FOR_MONTH), asked.month().toString());
        return facts;
    }

    private static Map<String, String> facts(Frame frame, Refund refund) {
        Asked asked = new Asked(refund.runNo(), refund.holderId(), refund.month(), refund.district());
        Map<String, String> facts = facts(frame, asked);
        facts.put(frame.say(AllowanceText.AMOUNT), Figures.yuan(refund.fen()));
        facts.put(frame.say(AllowanceText.COLLECTED_ON), Figures.dateTime(refund.collectedAt()));
        facts.put(frame.say(AllowanceText.RETURNED_ON), refund.returnedOn().toString());
        facts.put(frame.say(AllowanceText.RETURN_BOOKED), Figures.dateTime(refund.returnedAt()));
        return facts;
    }

    private Answer given(Visit visit) throws SQLException {
        Refund refund = refund(visit);
        refunds.ask(
                visit.actor(),
                refund.runNo(),
                refund.holderId(),
                refund.month(),
                visit.typed().text("reason"));
        return back(visit, refund.district(), AllowanceText.REFUND_SAID);
    }

    private Answer decide(Visit visit, Problems problems) throws SQLException {
        Waiting waiting = waiting(visit);
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Map<String, String> facts =
                waiting.refund().isPresent() ? facts(frame, waiting.refund().get()) : facts(frame, waiting.asked());
        facts.put(frame.say(AllowanceText.COLLECTION_ASKED), waiting.request().askedAs());
        facts.put(frame.say(AllowanceText.COLLECTION_REASON), waiting.request().reason());
        return Answer.page(
                "allowance/refund.jte",
                Map.of(
                        "form",
                        form,
                        "facts",
                        facts,
                        "path",
                        path(waiting.asked()),
                        "request",
                        waiting.request().requestNo(),
                        "owed",
                        waiting.refund().isPresent(),
                        "own",
                        Objects.equals(
                                visit.actor().staffId(), waiting.request().askedBy())));
    }

    private Answer approve(Visit visit) throws SQLException {
        Asked asked = waiting(visit).asked();
        refunds.approve(visit.actor(), request(visit));
        return back(visit, asked.district(), AllowanceText.REFUND_APPROVED);
    }

    private Answer reject(Visit visit) throws SQLException {
        Waiting waiting = waiting(visit);
        refunds.reject(visit.actor(), request(visit), visit.typed().text("reason"));
        boolean owed = waiting.refund().isPresent();
        return back(
                visit,
                waiting.asked().district(),
                owed ? AllowanceText.REFUND_REJECTED : AllowanceText.REFUND_OVER_REJECTED);
    }

    /** The request that the page showed. */
    private static long request(Visit visit) {
        return Typed.wholeNumber(visit.typed().text("request"));
    }

    private static Answer back(Visit visit, District district, AllowanceText said) {
        String list = new Address(REFUNDS).with("district", district).text();
        return Answer.to(list).saying(Flash.done(visit.frame().say(said)));
    }

    /** The request about the refund of the address; without one there is nothing to decide. */
    private Waiting waiting(Visit visit) throws SQLException {
        return refunds.findWaiting(
                        visit.actor(),
                        NotThere.number(visit, "run"),
                        NotThere.number(visit, "holder"),
                        Guard.month(visit))
                .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_REFUND));
    }

    private Refund refund(Visit visit) throws SQLException {
        return refunds.get(
                visit.actor(), NotThere.number(visit, "run"), NotThere.number(visit, "holder"), Guard.month(visit));
    }
}
