package cn.suinian.gateway.console.lens;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Problems.Problem;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.payout.word.Asked;
import cn.suinian.gateway.console.payout.word.Slice;
import cn.suinian.gateway.console.reconciliation.word.VendorNames;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.PayoutOffice;
import cn.suinian.settlement.lens.hold.HeldDays;
import cn.suinian.settlement.lens.hold.Hold;
import cn.suinian.settlement.lens.hold.HoldFilter;
import cn.suinian.settlement.lens.hold.HoldRequest;
import cn.suinian.settlement.lens.hold.HoldView;
import cn.suinian.settlement.lens.item.ItemRef;
import cn.suinian.settlement.lens.item.Items;
import cn.suinian.settlement.lens.item.LensItem;
import cn.suinian.settlement.lens.item.LensRefusal;
import cn.suinian.settlement.lens.item.Verdict;
import cn.suinian.settlement.lens.work.VendorCase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds: all of them, one, and placing another. */
final class HoldPages {

    private static final String HOLDS = "/lens/holds";
    private static final String NEW = HOLDS + "/new";
    /** Stands for days that somebody took out of the form: the form comes again with nothing of that day. */
    private static final LocalDate NO_DAY = LocalDate.of(2000, 1, 1);

    private static final List<String> FIELDS = List.of("vendor", "from", "to", "which");

    private final PayoutOffice office;
    private final VendorRegister vendors;
    private final Clock clock;

    HoldPages(PayoutOffice office, VendorRegister vendors, Clock clock) {
        this.office = office;
        this.vendors = vendors;
        this.clock = clock;
    }

    List<ConsoleRoute> routes() {
        return NotThere.around(
                List.of(
                        ConsoleRoute.get(HOLDS, Permission.LENS_VIEW, this::list),
                        ConsoleRoute.form(NEW, Permission.LENS_HOLD, this::ask),
                        ConsoleRoute.act(NEW, Permission.LENS_HOLD, this::place, this::ask),
                        ConsoleRoute.get(HOLDS + "/:no", Permission.LENS_VIEW, this::one)),
                LensRefusal.NO_SUCH_HOLD,
                LensRefusal.VENDOR_UNKNOWN);
    }

    private Answer list(Visit visit) throws SQLException {
        boolean all = visit.query("all").isPresent();
        boolean asked = visit.query("asked").isPresent();
        long before = Math.max(0, visit.queryNumber("before"));
        HoldFilter filter = new HoldFilter(null, !all, asked);
        List<Hold> found = office.holds().list(visit.actor(), filter, before == 0 ? null : before, Slice.ROWS + 1);
        List<Hold> shown = found.subList(0, Math.min(Slice.ROWS, found.size()));
        Map<String, String> typed = new LinkedHashMap<>();
        Address here = new Address(HOLDS);
        if (all) {
            typed.put("all", "yes");
            here = here.with("all", "yes");
        }
        if (asked) {
            typed.put("asked", "yes");
            here = here.with("asked", "yes");
        }
        HoldsView view = new HoldsView(
                visit.form(Typed.of(typed), Problems.NONE),
                VendorNames.of(vendors, visit.actor(), visit.frame().language()),
                shown,
                office.holds().count(visit.actor(), filter),
                before == 0 ? null : here.toString(),
                found.size() > Slice.ROWS
                        ? here.with("before", shown.get(shown.size() - 1).holdNo())
                                .toString()
                        : null);
        return Answer.page("lens/holds.jte", Map.of("view", view));
    }

    /** What the form begins with: the days of the case that it comes from, or all of the vendor. */
    private Answer ask(Visit visit, Problems problems) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        if (asked.text("vendor").isEmpty()) {
            return Answer.to(HOLDS).saying(Flash.warning(visit.frame().say(LensText.VENDOR_WANTED)));
        }
        VendorCase found = vendor(visit, asked);
        Typed typed = asked.typed();
        if (visit.typed().all().isEmpty()) {
            typed = typed.with("which", typed.find("from").isPresent() ? "SOME" : "WHOLE");
        }
        Items.Of of = new Items.Of(found.vendorId(), found.from(), found.to(), false);
        List<LensItem> items = office.items().list(visit.actor(), of, null, Slice.ROWS).stream()
                .filter(item -> item.verdict() != Verdict.EXPLAINED)
                .toList();
        FormView form = visit.form(typed, named(problems));
        return Answer.page("lens/newhold.jte", Map.of("view", new NewHoldView(form, found, items)));
    }

    private static Problems named(Problems problems) {
        return new Problems(problems.list().stream()
                .map(each -> "days".equals(each.field()) ? new Problem("from", each.zh(), each.en()) : each)
                .toList());
    }

    /** Days that are no days are the business of the act; the page then shows those of a day that is. */
    private VendorCase vendor(Visit visit, Asked asked) throws SQLException {
        long vendorId = asked.number("vendor");
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        boolean posted = !visit.typed().all().isEmpty();
        if (!posted && from == null && to == null) {
            to = LocalDate.ofInstant(clock.instant(), Figures.ZONE);
            from = to.minusDays(LensPages.USUAL_DAYS);
        }
        LocalDate any = to == null && posted ? NO_DAY : to;
        LocalDate first = from == null ? any : from;
        if (vendorId < 1 || vendorId > Integer.MAX_VALUE || first == null) {
            throw new RefusedException(LensRefusal.VENDOR_UNKNOWN);
        }
        try {
            return office.cases().get(visit.actor(), (int) vendorId, first, to == null ? first : to);
        } catch (RefusedException refused) {
            if (refused.refusal() == LensRefusal.DAYS_INVALID) {
                return office.cases().get(visit.actor(), (int) vendorId, first, first);
            }
            throw refused;
        }
    }

    private Answer place(Visit visit) throws SQLException {
        Asked asked = Asked.of(visit, FIELDS);
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        long vendorId = asked.number("vendor");
        String which = asked.text("which");
        Problems problems = asked.problems();
        if (!which.equals("SOME") && !which.equals("WHOLE")) {
            problems = problems.and("which", LensText.WHICH_WANTED);
        }
        problems.stopIfAny();
        List<ItemRef> grounds = new ArrayList<>();
        for (String text : visit.typed().list("grounds")) {
            grounds.add(ItemRefs.parse(text)
                    .orElseThrow(() -> new RefusedException(LensRefusal.GROUND_ELSEWHERE, "grounds")));
        }
        HeldDays days = which.equals("WHOLE") ? HeldDays.ALL : new HeldDays(from, to);
        if (which.equals("SOME") && from == null) {
            throw new RefusedException(LensRefusal.DAYS_INVALID, "from");
        }
        int vendor = vendorId > Integer.MAX_VALUE ? 0 : (int) vendorId;
        long holdNo = office.holds()
                .place(
                        visit.actor(),
                        new HoldRequest(vendor, days, visit.typed().text("reason"), grounds));
        return Answer.to(HOLDS + "/" + holdNo).saying(Flash.done(visit.frame().say(LensText.PLACED, holdNo)));
    }

    private Answer one(Visit visit) throws SQLException {
        OneHoldView view = find(office, visit, Problems.NONE);
        return Answer.page("lens/hold.jte", Map.of("view", view));
    }

    /** One hold with the first of its grounds. */
    static OneHoldView find(PayoutOffice office, Visit visit, Problems problems) throws SQLException {
        HoldView found = office.holds()
                .find(visit.actor(), NotThere.number(visit, "no"))
                .orElseThrow(() -> new RefusedException(LensRefusal.NO_SUCH_HOLD));
        List<LensItem> grounds = new ArrayList<>();
        for (ItemRef ref :
                found.grounds().subList(0, Math.min(Slice.ROWS, found.grounds().size()))) {
            Optional<LensItem> item = office.items().find(visit.actor(), ref);
            item.ifPresent(grounds::add);
        }
        return new OneHoldView(
                visit.form(problems), found, grounds, visit.actor().account());
    }
}
