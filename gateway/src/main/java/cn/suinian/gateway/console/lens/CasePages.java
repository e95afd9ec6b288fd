package cn.suinian.gateway.console.lens;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Confirmation;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.payout.word.Asked;
import cn.suinian.gateway.console.payout.word.CsvFile;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.gateway.console.payout.word.WordText;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.item.Items.Seen;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.LensRefusal;
import cn.suinian.settlement.lens.item.Verdict;
import cn.suinian.settlement.lens.work.EvidenceRow;
import cn.suinian.settlement.lens.work.VendorCase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vendor's case, a flag of it, and what is said of flags. */
final class CasePages {

    private static final String CASE = "/lens/cases/:vendor";
    private static final String ITEM = "/lens/items/:ref";
    private static final List<String> FIELDS = List.of("from", "to", "after", "waiting");

    private final PayoutOffice office;
    private final Clock clock;

    CasePages(PayoutOffice office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    List<ConsoleRoute> routes() {
        return NotThere.around(
                List.of(
                        ConsoleRoute.form(CASE, Permission.LENS_VIEW, this::one),
                        ConsoleRoute.act(
                                CASE + "/answer", Permission.LENS_HOLD, Desk.versioned(this::answer), this::one),
                        ConsoleRoute.form(CASE + "/export", Permission.LENS_VIEW, this::askToExport),
                        ConsoleRoute.act(CASE + "/export", Permission.LENS_VIEW, this::export, this::askToExport),
                        ConsoleRoute.form(ITEM, Permission.LENS_VIEW, this::item),
                        ConsoleRoute.act(
                                ITEM + "/answer", Permission.LENS_HOLD, Desk.versioned(this::answerOne), this::item)),
                LensRefusal.VENDOR_UNKNOWN,
                LensRefusal.NO_SUCH_ITEM);
    }

    /** A case is of days; where nobody says which, of the last ones. */
    private VendorCase find(Visit visit, Asked asked) throws SQLException {
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        if (from == null && to == null) {
            to = LocalDate.ofInstant(clock.instant(), Figures.ZONE);
            from = to.minusDays(LensPages.USUAL_DAYS);
        }
        return office.cases()
                .get(
                        visit.actor(),
                        NotThere.smallNumber(visit, "vendor"),
                        from == null ? to : from,
                        to == null ? from : to);
    }

    private Answer one(Visit visit, Problems problems) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        VendorCase found = find(visit, asked);
        boolean waiting = !asked.text("waiting").isEmpty();
        ItemRef after = ItemRefs.parse(asked.text("after")).orElse(null);
        Items.Of of = new Items.Of(found.vendorId(), found.from(), found.to(), waiting);
        List<LensItem> items = office.items().list(visit.actor(), of, after, Slice.ROWS + 1);
        List<LensItem> shown = items.subList(0, Math.min(Slice.ROWS, items.size()));
        Address here = new Address("/lens/cases/" + found.vendorId())
                .with("from", found.from())
                .with("to", found.to())
                .with("waiting", waiting ? "yes" : null);
        FormView form = visit.form(
                asked.typed()
                        .with("from", found.from().toString())
                        .with("to", found.to().toString()),
                problems);
        CaseView view = new CaseView(
                form,
                found,
                shown,
                office.recoveries().ofDays(visit.actor(), found.vendorId(), found.from(), found.to()),
                waiting,
                after == null ? null : here.toString(),
                items.size() > Slice.ROWS
                        ? here.with(
                                        "after",
                                        ItemRefs.text(
                                                shown.get(shown.size() - 1).ref()))
                                .toString()
                        : null);
        return Answer.page("lens/case.jte", Map.of("view", view));
    }

    private Answer answer(Visit visit) throws SQLException {
        int said = say(visit);
        Asked asked = Asked.of(visit, FIELDS);
        String back = new Address("/lens/cases/" + NotThere.smallNumber(visit, "vendor"))
                .with("from", asked.day("from"))
                .with("to", asked.day("to"))
                .with("waiting", asked.text("waiting").isEmpty() ? null : "yes")
                .toString();
        return Answer.to(back).saying(Flash.done(visit.frame().say(LensText.ANSWERED, said)));
    }

    private Answer answerOne(Visit visit) throws SQLException {
        int said = say(visit);
        return Answer.to("/lens/items/" + visit.path("ref"))
                .saying(Flash.done(visit.frame().say(LensText.ANSWERED, said)));
    }

    private int say(Visit visit) throws SQLException {
        List<Seen> seen = new ArrayList<>();
        for (String text : visit.typed().list("items")) {
            seen.add(ItemRefs.parseSeen(text).orElseThrow(() -> new RefusedException(LensRefusal.NO_SUCH_ITEM)));
        }
        Optional<Verdict> verdict = visit.typed().choice("verdict", Verdict.class);
        if (verdict.isEmpty()) {
            Problems.NONE.and("verdict", LensText.VERDICT_WANTED).stopIfAny();
        }
        office.items()
                .answer(
                        visit.actor(),
                        seen,
                        verdict.orElseThrow(),
                        visit.typed().text("reason"));
        return seen.size();
    }

    private Answer item(Visit visit, Problems problems) throws SQLException {
        Optional<ItemRef> ref = ItemRefs.parse(visit.path("ref"));
        if (ref.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        LensItem item = office.items()
                .find(visit.actor(), ref.get())
                .orElseThrow(() -> new RefusedException(LensRefusal.NO_SUCH_ITEM));
        VendorCase vendor = office.cases().get(visit.actor(), item.vendorId(), item.day(), item.day());
        List<EvidenceRow> taps = office.cases().evidence(visit.actor(), item.ref(), Slice.ROWS + 1);
        ItemView view = new ItemView(
                visit.form(problems),
                item,
                vendor.vendorCode(),
                vendor.vendorName(),
                taps.subList(0, Math.min(Slice.ROWS, taps.size())),
                taps.size() > Slice.ROWS,
                office.items().timeline(visit.actor(), item.ref()),
                office.recoveries().ofItem(visit.actor(), item.ref()));
        return Answer.page("lens/item.jte", Map.of("view", view));
    }

    private Answer askToExport(Visit visit, Problems problems) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        VendorCase found = find(visit, asked);
        FormView form = visit.form(asked.typed(), problems);
        Frame frame = form.frame();
        String path = "/lens/cases/" + found.vendorId();
        Confirmation confirmation = new Confirmation(
                form,
                path + "/export",
                frame.say(WordText.EXPORT_TITLE),
                frame.say(WordText.EXPORT_LINE),
                Map.of(frame.say(WordText.VENDOR), found.vendorCode()),
                frame.say(WordText.EXPORT),
                new Address(path)
                        .with("from", found.from())
                        .with("to", found.to())
                        .toString(),
                0,
                true);
        return Answer.page("lens/export.jte", Map.of("view", confirmation, "names", List.of("from", "to")));
    }

    private Answer export(Visit visit) throws SQLException {
        VendorCase found = find(visit, Asked.of(visit, FIELDS));
        Items.Of of = new Items.Of(found.vendorId(), found.from(), found.to(), false);
        String why = visit.typed().text("reason");
        return CsvFile.of(
                "suinian-case-" + found.vendorCode() + "-" + found.from() + "-" + found.to() + ".csv",
                out -> office.cases().export(visit.actor(), of, why, new ExportWords(), out));
    }
}
