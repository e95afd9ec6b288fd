package cn.suinian.gateway.console.holder.change;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.lookup.HolderPage;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.NotThere;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that changes one holder: shown, sent, shown again when it is refused, and kept when somebody else was quicker.
 *
 * @param path of the form, with {@code :id} for the holder
 * @param template that prints it
 * @param leaves whether the holder may be out of sight afterwards, so that it goes on at the search
 */
record ChangeForm(HolderRegister holders, Clock clock, String path, String template, boolean leaves) {

    private static final int CONFLICT = 409;
    private static final String LOOKED = "looked";
    private static final String CATEGORY = ":category";

    /** A form after which the holder is still there to be looked at. */
    ChangeForm(HolderRegister holders, Clock clock, String path, String template) {
        this(holders, clock, path, template, false);
    }

    /** Changes a holder. */
    @FunctionalInterface
    interface Act {
        /** What is said when it is done. */
        String on(Visit visit, long holderId) throws SQLException;
    }

    /** The form and its act, which core guards by the version that the form carries. */
    List<ConsoleRoute> routes(Permission permission, Act act) {
        return List.of(
                ConsoleRoute.form(path, permission, this::show),
                ConsoleRoute.act(path, permission, visit -> send(visit, act), this::show));
    }

    /** The same for an act that takes no version: it is done only while the holder is the one who was seen. */
    List<ConsoleRoute> watched(Permission permission, Act act) {
        return routes(
                permission,
                (visit, holderId) -> holders.whenStill(
                        visit.actor(), holderId, Seen.version(visit.typed()), () -> act.on(visit, holderId)));
    }

    private Answer show(Visit visit, Problems problems) throws SQLException {
        HolderPage page = holders.page(visit.actor(), NotThere.number(visit, "id"));
        Typed typed = Seen.first(visit.typed().with(LOOKED, null), page);
        return Answer.page(
                template, Map.of("view", new ChangeView(visit.form(typed, problems), page, today(), category(visit))));
    }

    /** The category that the path names; null when it names none by its form. */
    private @Nullable Category category(Visit visit) {
        return path.contains(CATEGORY) ? category(visit.path("category")) : null;
    }

    /**
     * The category of a name in a path.
     *
     * @throws RefusedException so that the guard answers, when there is none
     */
    static Category category(String name) {
        return Arrays.stream(Category.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(HolderRefusal.NO_SUCH_HOLDER));
    }

    private Answer send(Visit visit, Act act) throws Exception {
        if (visit.typed().ticked(LOOKED)) {
            return show(visit, Problems.NONE);
        }
        long holderId = NotThere.number(visit, "id");
        try {
            String said = act.on(visit, holderId);
            return Answer.to(leaves ? "/holders" : "/holders/" + holderId).saying(Flash.done(said));
        } catch (RefusedException refused) {
            if (refused.refusal() == HolderRefusal.CHANGED_MEANWHILE) {
                return changed(visit, holderId);
            }
            throw refused;
        }
    }

    private Answer changed(Visit visit, long holderId) throws SQLException {
        HolderPage page = holders.page(visit.actor(), holderId);
        FormView form = visit.form(Seen.now(visit.typed(), page), Problems.NONE);
        return Answer.page(
                CONFLICT,
                "holder/change/changed.jte",
                Map.of(
                        "view",
                        new ChangedView(
                                form,
                                address(visit, holderId),
                                "/holders/" + holderId,
                                Seen.since(visit.typed(), page, form.frame().language()))));
    }

    private String address(Visit visit, long holderId) {
        String filled = path.replace(":id", Long.toString(holderId));
        Category category = category(visit);
        return category == null ? filled : filled.replace(CATEGORY, category.name());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Figures.ZONE);
    }
}
