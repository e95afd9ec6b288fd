package cn.suinian.gateway.console.allowance;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.allowance.ListView.ByDistrict;
import cn.suinian.gateway.console.allowance.ListView.Cell;
import cn.suinian.gateway.console.allowance.ListView.Column;
import cn.suinian.gateway.console.allowance.ListView.Table;
import cn.suinian.gateway.console.allowance.ListView.Which;
import cn.suinian.gateway.console.allowance.word.AllowanceText;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.holder.word.Words;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import cn.suinian.settlement.allowance.RunHistory.WaitingClaim;
import cn.suinian.settlement.allowance.RunReads.Claim;
import cn.suinian.settlement.allowance.outcome.ClaimReads.Settled;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Claims: in which districts some are open, those of a district, and those that are settled. */
final class ClaimListPages {

    private static final int PAGE = 50;

    private static final ByDistrict LIST = new ByDistrict(
            ClaimPages.CLAIMS,
            AllowanceText.CLAIMS,
            AllowanceText.CLAIMS_LEAD,
            AllowanceText.CLAIMS_OPEN,
            AllowanceText.CLAIMS_SETTLED,
            AllowanceText.NO_CLAIMS_LINE);

    private final AllowanceOffice office;

    ClaimListPages(AllowanceOffice office) {
        this.office = office;
    }

    /** What is asked for, where it stands, and what can be chosen. */
    private record Asked(FormView form, District district, Which which, long after, boolean city) {

        Frame frame() {
            return form.frame();
        }

        String here() {
            return LIST.of(district)
                    .with("which", which == Which.OPEN ? null : which)
                    .text();
        }
    }

    Answer claims(Visit visit) throws SQLException {
        District own = visit.actor().scope().district();
        Typed typed = LinePages.asked(visit, "district", "which");
        Optional<District> district = own == null ? typed.choice("district", District.class) : Optional.of(own);
        Which which = typed.choice("which", Which.class).orElse(Which.OPEN);
        if (district.isEmpty()) {
            return districts(visit, typed, which);
        }
        FormView form =
                visit.form(typed.with("district", district.get().name()).with("which", which.name()), Problems.NONE);
        long after = Math.max(visit.queryNumber("after"), 0);
        Asked asked = new Asked(form, district.get(), which, after, own == null);
        return which == Which.OPEN ? open(visit, asked) : settled(visit, asked);
    }

    /** All districts with open claims, for whoever works for the whole city. */
    private Answer districts(Visit visit, Typed typed, Which which) throws SQLException {
        FormView form = visit.form(typed, Problems.NONE);
        if (which == Which.SETTLED) {
            return LinePages.list(LIST.settledOfNone(form));
        }
        List<List<Cell>> rows = new ArrayList<>();
        office.claims()
                .countOpen(visit.actor())
                .forEach((district, open) -> rows.add(LIST.row(form.frame(), district, open.claims(), open.fen())));
        return LinePages.list(
                LIST.districts(form, AllowanceText.CLAIMS_CAPTION, rows, AllowanceText.NO_CLAIMS_ANYWHERE));
    }

    private Answer open(Visit visit, Asked asked) throws SQLException {
        List<Claim> claims = office.reads().listClaims(visit.actor(), asked.district(), asked.after(), PAGE);
        long last = claims.size() >= PAGE ? claims.get(claims.size() - 1).holderId() : 0;
        Frame frame = asked.frame();
        Set<Claim> waiting = office.history().listWaitingClaims(visit.actor()).stream()
                .map(WaitingClaim::claim)
                .collect(Collectors.toSet());
        Map<Claim, LocalDate> returned =
                office.claims().returnedOn(visit.actor(), asked.district(), asked.after(), Long.MAX_VALUE);
        List<List<Cell>> rows = claims.stream()
                .map(claim -> row(frame, claim, todo(frame, claim, waiting.contains(claim), returned.get(claim))))
                .toList();
        List<Column> columns = columns(frame, List.of(new Column(frame.say(AllowanceText.COLLECTED_LINK), false)));
        return LinePages.list(LIST.list(
                asked.form(),
                asked.city(),
                new Table(of(asked, AllowanceText.CLAIMS_OF), columns, rows),
                LinePages.turns(asked.here(), asked.after(), last),
                AllowanceText.NO_CLAIMS));
    }

    private Answer settled(Visit visit, Asked asked) throws SQLException {
        List<Settled> found = office.claims().listSettled(visit.actor(), asked.district(), asked.after(), PAGE + 1);
        List<Settled> shown = found.subList(0, Math.min(PAGE, found.size()));
        Frame frame = asked.frame();
        List<List<Cell>> rows = shown.stream()
                .map(each -> row(
                        frame,
                        each.claim(),
                        Cell.of(Figures.dateTime(each.at())),
                        Cell.of(each.askedAs()),
                        Cell.of(each.by()),
                        Cell.of(each.evidence())))
                .toList();
        List<Column> columns = columns(frame, ByDistrict.settlement(frame));
        return LinePages.list(LIST.list(
                asked.form(),
                asked.city(),
                new Table(of(asked, AllowanceText.SETTLED_OF), columns, rows),
                LinePages.turns(asked.here(), asked.after(), found.size() > PAGE ? asked.after() + PAGE : 0),
                AllowanceText.NO_SETTLED));
    }

    private static String of(Asked asked, AllowanceText caption) {
        return asked.frame()
                .say(caption, Words.of(asked.district(), asked.frame().language()));
    }

    private static List<Column> columns(Frame frame, List<Column> more) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column(frame.say(AllowanceText.HOLDER), false),
                new Column(frame.say(AllowanceText.FOR_MONTH), false),
                new Column(frame.say(AllowanceText.WHY), false),
                new Column(frame.say(AllowanceText.LISTED_BY), false),
                new Column(frame.say(AllowanceText.AMOUNT), true)));
        columns.addAll(more);
        return columns;
    }

    private static List<Cell> row(Frame frame, Claim claim, Cell... more) {
        List<Cell> cells = new ArrayList<>(List.of(
                LinePages.holder(claim.runNo(), claim.holderId()),
                Cell.of(claim.month().toString()),
                Cell.of(CodeText.of(claim.reason(), frame.language())),
                new Cell(Long.toString(claim.runNo()), RunView.path(claim.runNo())),
                Cell.of(Figures.yuan(claim.fen()))));
        cells.addAll(List.of(more));
        return cells;
    }

    private static Cell todo(Frame frame, Claim claim, boolean waits, @Nullable LocalDate returnedOn) {
        if (waits || returnedOn != null) {
            String label = returnedOn == null
                    ? frame.say(AllowanceText.COLLECTION_WAITS)
                    : frame.say(AllowanceText.CLAIM_RETURNED, returnedOn);
            if (!waits) {
                return Cell.of(label);
            }
            return frame.visitor().may(Permission.ALLOWANCE_APPROVE)
                    ? new Cell(label, ClaimPages.path(claim) + "/decide")
                    : Cell.of(label);
        }
        return frame.visitor().may(Permission.ALLOWANCE_PREPARE)
                ? new Cell(frame.say(AllowanceText.COLLECTED_LINK), ClaimPages.path(claim))
                : Cell.of("");
    }
}
