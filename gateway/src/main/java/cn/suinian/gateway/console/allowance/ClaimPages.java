package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** That the money of a claim came back: one person says so, another one books it. */
final class ClaimPages {

    static final String CLAIMS = "/allowance/claims";
    private static final String COLLECTED = CLAIMS + "/:run/:holder/:month";

    private final AllowanceOffice office;

    ClaimPages(AllowanceOffice office) {
        this.office = office;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(CLAIMS, Permission.ALLOWANCE_VIEW, new ClaimListPages(office)::claims),
                ConsoleRoute.form(COLLECTED, Permission.ALLOWANCE_PREPARE, this::ask),
                ConsoleRoute.act(COLLECTED, Permission.ALLOWANCE_PREPARE, this::collected, this::ask),
                ConsoleRoute.form(COLLECTED + "/decide", Permission.ALLOWANCE_APPROVE, this::decide),
                ConsoleRoute.act(COLLECTED + "/approve", Permission.ALLOWANCE_APPROVE, this::approve, this::decide),
                ConsoleRoute.act(COLLECTED + "/reject", Permission.ALLOWANCE_APPROVE, this::reject, this::decide));
    }

    static String path(Claim claim) {
        return CLAIMS + "/" + claim.runNo() + "/" + claim.holderId() + "/" + claim.month();
    }

    private Answer ask(Visit visit, Problems problems) throws SQLException {
        Claim claim = claim(visit);
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Optional<WaitingClaim> waiting = findWaiting(visit, claim);
        if (waiting.isPresent()) {
            return Answer.page(
                    "allowance/waiting.jte",
                    Map.of("frame", frame, "facts", facts(frame, waiting.get()), "back", list(visit)));
        }
        LocalDate returnedOn = office.claims()
                .returnedOn(
                        visit.actor(),
                        office.reads().getRun(visit.actor(), claim.runNo()).district(),
                        claim.holderId(),
                        claim.holderId())
                .get(claim);
        if (returnedOn != null) {
            return Answer.page(
                    "allowance/claimreturned.jte",
                    Map.of(
                            "form",
                            form,
                            "facts",
                            facts(frame, claim),
                            "on",
                            frame.say(AllowanceText.CLAIM_RETURNED, returnedOn),
                            "back",
                            list(visit)));
        }
        Confirmation confirmation = new Confirmation(
                form,
                path(claim),
                frame.say(AllowanceText.COLLECTED_ASK),
                frame.say(AllowanceText.COLLECTED_LINE),
                facts(frame, claim),
                frame.say(AllowanceText.COLLECTED_DO),
                list(visit),
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

    private static Map<String, String> facts(Frame frame, WaitingClaim waiting) {
        Map<String, String> facts = facts(frame, waiting.claim());
        facts.put(frame.say(AllowanceText.COLLECTION_ASKED), waiting.request().askedAs());
        facts.put(frame.say(AllowanceText.COLLECTION_REASON), waiting.request().reason());
        return facts;
    }

    private Answer decide(Visit visit, Problems problems) throws SQLException {
        WaitingClaim waiting = waiting(visit);
        FormView form = visit.form(problems);
        Frame frame = form.frame();
        Map<String, String> facts = facts(frame, waiting);
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
        String list = list(visit);
        office.runs().approveCollected(visit.actor(), request(visit));
        return Answer.to(list).saying(Flash.done(visit.frame().say(AllowanceText.COLLECTION_APPROVED)));
    }

    private Answer reject(Visit visit) throws SQLException {
        String list = list(visit);
        office.runs()
                .rejectCollected(visit.actor(), request(visit), visit.typed().text("reason"));
        return Answer.to(list).saying(Flash.done(visit.frame().say(AllowanceText.COLLECTION_REJECTED)));
    }

    /** The request that the page showed. */
    private static long request(Visit visit) {
        return Typed.wholeNumber(visit.typed().text("request"));
    }

    /** The list that the claim stands in. */
    private String list(Visit visit) throws SQLException {
        long runNo = NotThere.number(visit, "run");
        return new Address(CLAIMS)
                .with("district", office.reads().getRun(visit.actor(), runNo).district())
                .text();
    }

    /** The request about the claim of the address; without one there is nothing to decide. */
    private WaitingClaim waiting(Visit visit) throws SQLException {
        return findWaiting(visit, claim(visit)).orElseThrow(() -> new RefusedException(AllowanceRefusal.NO_SUCH_CLAIM));
    }

    private Optional<WaitingClaim> findWaiting(Visit visit, Claim claim) throws SQLException {
        return office.history().findWaitingClaim(visit.actor(), claim);
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
        return Answer.to(list(visit)).saying(Flash.done(visit.frame().say(AllowanceText.COLLECTED_SAID)));
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
