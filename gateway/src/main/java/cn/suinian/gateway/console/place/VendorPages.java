package cn.suinian.gateway.console.place;

import static cn.suinian.core.staff.Permission.TERMINAL_MANAGE;
import static cn.suinian.core.staff.Permission.TERMINAL_VIEW;

import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.registry.Fleet;
import cn.suinian.core.registry.VendorEntry;
import cn.suinian.core.registry.VendorKind;
import cn.suinian.core.registry.VendorRegister;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Desk;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of vendors: the list, one page each, a new one, and other names. */
public final class VendorPages {

    private static final String VENDORS = "/vendors";
    private static final String NEW = "/vendors/new";
    private static final int PAGE = 50;
    /** Not {@code code}: what stands in a field of that name is taken for a one-time code, and never kept. */
    private static final String CODE = "vendorCode";

    private final VendorRegister vendors;

    public VendorPages(VendorRegister vendors) {
        this.vendors = vendors;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(VENDORS, TERMINAL_VIEW, this::list),
                ConsoleRoute.form(NEW, TERMINAL_MANAGE, this::fresh),
                ConsoleRoute.act(NEW, TERMINAL_MANAGE, this::register, this::fresh),
                ConsoleRoute.get("/vendors/:id", TERMINAL_VIEW, this::page),
                ConsoleRoute.form("/vendors/:id/rename", TERMINAL_MANAGE, this::renameForm),
                ConsoleRoute.act(
                        "/vendors/:id/rename", TERMINAL_MANAGE, Desk.versioned(this::rename), this::renameForm));
    }

    private Answer list(Visit visit) throws SQLException {
        Typed asked = Typed.of(Map.of("kind", visit.query("kind").orElse("")));
        Optional<VendorKind> kind = asked.choice("kind", VendorKind.class);
        String after = visit.query("after").orElse("");
        List<VendorEntry> found = Vendors.of(
                        vendors, visit.actor(), visit.frame().language())
                .all()
                .stream()
                .filter(vendor -> kind.isEmpty() || vendor.kind() == kind.get())
                .filter(vendor -> vendor.code().compareTo(after) > 0)
                .limit(PAGE + 1)
                .toList();
        Address here = new Address(VENDORS).with("kind", kind.map(Enum::name).orElse(""));
        String older = found.size() > PAGE
                ? here.with("after", found.get(PAGE - 1).code()).toString()
                : null;
        VendorView view = new VendorView(
                visit.form(asked, Problems.NONE),
                found.subList(0, Math.min(PAGE, found.size())),
                null,
                after.isEmpty() ? null : here.toString(),
                older);
        return Answer.page("place/vendors.jte", Map.of("view", view));
    }

    private Answer page(Visit visit) throws SQLException {
        Optional<VendorEntry> found = find(visit);
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        Fleet fleet = vendors.fleet(visit.actor(), found.get().id());
        VendorView view = new VendorView(visit.form(Problems.NONE), List.of(found.get()), fleet, null, null);
        return Answer.page("place/vendor.jte", Map.of("view", view));
    }

    private Answer fresh(Visit visit, Problems problems) {
        VendorView view = new VendorView(visit.form(problems), List.of(), null, null, null);
        return Answer.page("place/newvendor.jte", Map.of("view", view));
    }

    private Answer register(Visit visit) throws SQLException {
        Typed typed = visit.typed();
        Optional<VendorKind> kind = typed.choice("kind", VendorKind.class);
        if (kind.isEmpty()) {
            Problems.NONE.and("kind", PlaceText.CHOOSE_ONE).stopIfAny();
        }
        VendorEntry vendor = VendorEntry.fresh(
                typed.text(CODE), typed.text("name"), typed.find("nameEn").orElse(null), kind.orElseThrow());
        try {
            return done(visit, vendors.register(visit.actor(), vendor), PlaceText.VENDOR_ADDED);
        } catch (RefusedException refused) {
            throw "code".equals(refused.field()) ? new RefusedException(refused.refusal(), CODE) : refused;
        }
    }

    private Answer renameForm(Visit visit, Problems problems) throws SQLException {
        Optional<VendorEntry> found = find(visit);
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        VendorEntry vendor = found.get();
        boolean first = visit.typed().all().isEmpty();
        Typed typed = first
                ? Typed.of(Map.of(
                        "version",
                        Integer.toString(vendor.rowVersion()),
                        "name",
                        vendor.name(),
                        "nameEn",
                        vendor.nameEn() == null ? "" : vendor.nameEn()))
                : visit.typed();
        VendorView view = new VendorView(visit.form(typed, problems), List.of(vendor), null, null, null);
        return Answer.page("place/rename.jte", Map.of("view", view));
    }

    private Answer rename(Visit visit) throws SQLException {
        Optional<VendorEntry> found = find(visit);
        if (found.isEmpty()) {
            return Answer.error(ErrorPage.NOT_FOUND);
        }
        VendorEntry was = found.get();
        Typed typed = visit.typed();
        VendorEntry named = new VendorEntry(
                was.id(),
                typed.rowVersion(),
                was.code(),
                typed.text("name"),
                typed.find("nameEn").orElse(null),
                was.kind());
        return done(visit, vendors.rename(visit.actor(), named), PlaceText.RENAMED);
    }

    private Optional<VendorEntry> find(Visit visit) throws SQLException {
        long id = visit.number("id");
        return id < 0 || id > Integer.MAX_VALUE ? Optional.empty() : vendors.find(visit.actor(), (int) id);
    }

    private static Answer done(Visit visit, VendorEntry vendor, PlaceText what) {
        return Answer.to(VENDORS + "/" + vendor.id())
                .saying(Flash.done(visit.frame().say(what, vendor.code())));
    }
}
