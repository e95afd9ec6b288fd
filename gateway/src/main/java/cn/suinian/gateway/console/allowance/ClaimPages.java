package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.ListView.Cell;
import cn.suinian.gateway.console.allowance.ListView.Choice;
import cn.suinian.gateway.console.allowance.ListView.Column;
import cn.suinian.gateway.console.allowance.ListView.Filter;
import cn.suinian.gateway.console.allowance.ListView.Head;
import cn.suinian.gateway.console.allowance.ListView.Link;
import cn.suinian.gateway.console.allowance.ListView.Nothing;
import cn.suinian.gateway.console.allowance.ListView.Table;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Option;
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
import cn.suinian.settlement.allowance.RunHistory.WaitingClaim;
import cn.suinian.settlement.allowance.RunReads.Claim;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holders and families have to give back, by district, and that it came back. */
final class ClaimPages {

    private static final String CLAIMS = "/allowance/claims";
    private static final String COLLECTED = CLAIMS + "/:run/:holder/:month";
    private static final int PAGE = 50;

    private final AllowanceOffice office;

    ClaimPages(AllowanceOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(CLAIMS, Permission.ALLOWANCE_VIEW, this::claims),
                ConsoleRoute.form(COLLECTED, Permission.ALLOWANCE_PREPARE, this::ask),
                ConsoleRoute.act(COLLECTED, Permission.ALLOWANCE_PREPARE, this::collected, this::ask),
                ConsoleRoute.form(COLLECTED + "/decide", Permission.ALLOWANCE_APPROVE, this::decide),
                ConsoleRoute.act(COLLECTED + "/approve", Permission.ALLOWANCE_APPROVE, this::approve, this::decide),
                ConsoleRoute.act(COLLECTED + "/reject", Permission.ALLOWANCE_APPROVE, this::reject, this::decide));
    }

    private Answer claims(Visit visit) throws SQLException {
        District own = visit.actor().scope().district();
        Typed asked = LinePages.asked(visit, "district");
        District district =
                own != null ? own : asked.choice("district", District.class).orElse(District.FUTIAN);
        FormView form = visit.form(asked.with("district", district.name()), Problems.NONE);
        Frame frame = form.frame();
        long after = Math.max(visit.queryNumber("after"), 0);
        List<Claim> claims = office.reads().listClaims(visit.actor(), district, after, PAGE);
        boolean full = claims.size() >= PAGE;
        long last = full ? claims.get(claims.size() - 1).holderId() : 0;
        String here = new Address(CLAIMS).with("district", district).text();
        Set<Claim> waiting = office.history().listWaitingClaims(visit.actor()).stream()
                .map(WaitingClaim::claim)
                .collect(Collectors.toSet());
        List<List<Cell>> rows = claims.stream()
                .map(claim -> row(frame, claim, waiting.contains(claim)))
                .toList();
        return LinePages.list(new ListView(
                form,
                new Head(frame.say(AllowanceText.CLAIMS), frame.say(AllowanceText.CLAIMS_LEAD)),
                new Link("/allowance", frame.say(AllowanceText.ALL_MONTHS)),
                filter(frame, own),
                new Table(
                        frame.say(AllowanceText.CLAIMS_OF, Words.of(district, frame.language())), columns(frame), rows),
                LinePages.turns(here, after, last),
                new Nothing(frame.say(AllowanceText.NO_CLAIMS), frame.say(AllowanceText.NO_CLAIMS_LINE))));
    }

    private static @Nullable Filter filter(Frame frame, @Nullable District own) {
        if (own != null) {
            return null;
        }
        List<Option> districts = Words.districts(frame.language());
        return new Filter(
                CLAIMS,
                List.of(new Choice("district", frame.say(AllowanceText.DISTRICT), districts, null)),
                frame.say(AllowanceText.SHOW));
    }

    private static List<Column> columns(Frame frame) {
        return List.of(
                new Column(frame.say(AllowanceText.HOLDER), false),
                new Column(frame.say(AllowanceText.FOR_MONTH), false),
                new Column(frame.say(AllowanceText.WHY), false),
                new Column(frame.say(AllowanceText.LISTED_BY), false),
                new Column(frame.say(AllowanceText.AMOUNT), true),
                new Column(frame.say(AllowanceText.COLLECTED_LINK), false));
    }

    private static List<Cell> row(Frame frame, Claim claim, boolean waits) {
        return List.of(
                LinePages.holder(claim.runNo(), claim.holderId()),
                Cell.of(claim.month().toString()),
                Cell.of(CodeText.of(claim.reason(), frame.language())),
                new Cell(Long.toString(claim.runNo()), RunView.path(claim.runNo())),
                Cell.of(Figures.yuan(claim.fen())),
                todo(frame, claim, waits));
    }

    private static Cell todo(Frame frame, Claim claim, boolean waits) {
        if (waits) {
            String label = frame.say(AllowanceText.COLLECTION_WAITS);
            return frame.visitor().may(Permission.ALLOWANCE_APPROVE)
                    ? new Cell(label, path(claim) + "/decide")
                    : Cell.of(label);
        }
        return frame.visitor().may(Permission.ALLOWANCE_PREPARE)
                ? new Cell(frame.say(AllowanceText.COLLECTED_LINK), path(claim))
                : Cell.of("");
    }

    static String path(Claim claim) {
        return CLAIMS + "/" + claim.runNo() + "/" + claim.holderId() + "/" + claim.month();
    }

    private Answer ask(Visit visit, Problems problems) throws SQLException {
        Claim claim = claim(visit);
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Confirmation confirmation = new Confirmation(
                form,
                path(claim),
                frame.say(AllowanceText.COLLECTED_ASK),
                frame.say(AllowanceText.COLLECTED_LINE),
                facts(frame, claim),
                frame.say(AllowanceText.COLLECTED_DO),
                CLAIMS,
                0,
                true);
        return Answer.page("part/act.jte", Map.of("view", confirmation));
    }

    private static Map<String, String> facts(Frame frame, Claim claim) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(frame.say(AllowanceText.HOLDER), Long.toString(claim.holderId()));
        facts.put(frame.say(AllowanceText.FOR_MONTH), claim.month().toString());
        facts.put(frame.say(AllowanceText.AMOUNT), Figures.yuan(claim.fen()));
        facts.put(frame.say(AllowanceText.WHY), CodeText.of(claim.reason(), frame.language()));
        return facts;
    }

    private Answer decide(Visit visit, Problems problems) throws SQLException {
        WaitingClaim waiting = waiting(visit);
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Map<String, String> facts = facts(frame, waiting.claim());
        facts.put(frame.say(AllowanceText.COLLECTION_ASKED), waiting.request().askedAs());
        facts.put(frame.say(AllowanceText.COLLECTION_REASON), waiting.request().reason());
        boolean own = Objects.equals(visit.actor().staffId(), waiting.request().askedBy());
        return Answer.page(
                "allowance/collection.jte",
                Map.of(
                        "form",
                        form,
                        "facts",
                        facts,
                        "path",
                        path(waiting.claim()),
                        "request",
                        waiting.request().requestNo(),
                        "own",
                        own));
    }

    private Answer approve(Visit visit) throws SQLException {
        Address back = back(visit);
        office.runs().approveCollected(visit.actor(), request(visit));
        return Answer.to(back.text()).saying(Flash.done(visit.frame().say(AllowanceText.COLLECTION_APPROVED)));
    }

    private Answer reject(Visit visit) throws SQLException {
        Address back = back(visit);
        office.runs()
                .rejectCollected(visit.actor(), request(visit), visit.typed().text("reason"));
        return Answer.to(back.text()).saying(Flash.done(visit.frame().say(AllowanceText.COLLECTION_REJECTED)));
    }

    /** The request that the page showed. */
    private static long request(Visit visit) {
        return Typed.wholeNumber(visit.typed().text("request"));
    }

    private Address back(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        return new Address(CLAIMS)
                .with("district", office.reads().getRun(visit.actor(), runNo).district());
    }

    /** The request about the claim of the address; without one there is nothing to decide. */
    private WaitingClaim waiting(Visit visit) throws SQLException {
        Claim claim = claim(visit);
        return office.history().listWaitingClaims(visit.actor()).stream()
                .filter(waiting -> waiting.claim().equals(claim))
                .findFirst()
                .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_CLAIM));
    }

    private Answer collected(Visit visit) throws SQLException {
        Claim claim = claim(visit);
        office.runs()
                .askCollected(
                        visit.actor(),
                        claim.runNo(),
                        claim.holderId(),
                        claim.month(),
                        visit.typed().text("reason"));
        return Answer.to(back(visit).text()).saying(Flash.done(visit.frame().say(AllowanceText.COLLECTED_SAID)));
    }

    /** The open claim of the address; another one's, and one that is settled, is not there. */
    private Claim claim(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        long holderId = NotThere.number(visit, "holder");
        YearMonth month = Guard.month(visit);
        District district = office.reads().getRun(visit.actor(), runNo).district();
        return office.reads().listClaims(visit.actor(), district, holderId - 1, 1).stream()
                .filter(claim -> claim.runNo() == runNo)
                .filter(claim -> claim.holderId() == holderId && claim.month().equals(month))
                .findFirst()
                .orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_CLAIM));
    }
}
