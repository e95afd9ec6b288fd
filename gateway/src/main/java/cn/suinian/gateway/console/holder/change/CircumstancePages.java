package cn.suinian.gateway.console.holder.change;

import cn.suinian.core.holder.Category;
import cn.suinian.core.holder.District;
import cn.suinian.core.holder.person.HolderRefusal;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.holder.register.CategoryClaim;
import cn.suinian.core.holder.register.CategoryClaim.Grade;
import cn.suinian.core.holder.register.HolderRegister;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.holder.word.Dates;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Sets and ends hukou and categories. */
public final class CircumstancePages {

    private static final String HOLDER = "/holders/:id";

    private final HolderRegister holders;
    private final Clock clock;

    public CircumstancePages(HolderRegister holders, Clock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    public List<ConsoleRoute> routes() {
        return Stream.of(
                        form("/hukou", "hukou").watched(Permission.HOLDER_CORRECT, this::setHukou),
                        form("/hukou/start", "hukoustart").watched(Permission.HOLDER_CORRECT, this::correctStart),
                        form("/hukou/end", "hukouend").watched(Permission.HOLDER_CORRECT, this::endHukou),
                        form("/categories", "categories").watched(Permission.HOLDER_CORRECT, this::addCategory),
                        form("/categories/:category/end", "categoryend")
                                .watched(Permission.HOLDER_CORRECT, this::endCategory))
                .flatMap(List::stream)
                .toList();
    }

    private ChangeForm form(String path, String template) {
        return new ChangeForm(holders, clock, HOLDER + path, "holder/change/" + template + ".jte");
    }

    private String setHukou(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        Problems problems = days(typed, "from");
        if (typed.choice("district", District.class).isEmpty()) {
            problems = problems.and("district", ChangeText.CHOOSE_DISTRICT);
        }
        evidenced(problems, typed).stopIfAny();
        District district = typed.choice("district", District.class).orElseThrow();
        holders.setHukou(visit.actor(), holderId, district, day(typed, "from"), typed.text("evidence"));
        return visit.frame().say(ChangeText.HUKOU_SAVED);
    }

    private String correctStart(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        reasoned(evidenced(days(typed, "from"), typed), typed).stopIfAny();
        holders.correctHukouStart(
                visit.actor(), holderId, day(typed, "from"), typed.text("evidence"), typed.text("reason"));
        return visit.frame().say(ChangeText.START_CORRECTED);
    }

    private String endHukou(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        evidenced(days(typed, "on"), typed).stopIfAny();
        holders.endHukou(visit.actor(), holderId, day(typed, "on"), typed.text("evidence"));
        return visit.frame().say(ChangeText.HUKOU_ENDED);
    }

    private String addCategory(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        Problems problems = days(typed, "from");
        for (Problems.Problem each : Dates.check(typed, "until").list()) {
            problems = problems.and(each.field(), each.zh(), each.en());
        }
        if (typed.choice("category", Category.class).isEmpty()) {
            problems = problems.and("category", ChangeText.CHOOSE_CATEGORY);
        }
        evidenced(problems, typed).stopIfAny();
        CategoryClaim claim = new CategoryClaim(
                typed.choice("category", Category.class).orElseThrow(),
                day(typed, "from"),
                Dates.find(typed, "until").orElse(null),
                typed.choice("grade", Grade.class).orElse(null),
                typed.text("evidence"));
        holders.addCategory(visit.actor(), holderId, claim);
        return visit.frame().say(ChangeText.CATEGORY_ADDED);
    }

    private String endCategory(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        Category category = ChangeForm.category(visit.path("category"));
        evidenced(days(typed, "on"), typed).stopIfAny();
        holders.endCategory(visit.actor(), holderId, category, day(typed, "on"), typed.text("evidence"));
        return visit.frame().say(ChangeText.CATEGORY_ENDED);
    }

    /** What is wrong with a day that has to be given. */
    static Problems days(Typed typed, String field) {
        HolderRefusal missing = HolderRefusal.DATE_MISSING;
        return typed.find(field).isEmpty()
                ? Problems.NONE.and(field, missing.zh(), missing.en())
                : Dates.check(typed, field);
    }

    /** The same and what is wrong with the evidence: all faults are told at once, not one after the other. */
    static Problems evidenced(Problems problems, Typed typed) {
        return judged(problems, () -> PersonalText.evidence(typed.text("evidence"), "evidence"));
    }

    /** The same and what is wrong with the reason. */
    static Problems reasoned(Problems problems, Typed typed) {
        return judged(problems, () -> PersonalText.reason(typed.text("reason"), "reason"));
    }

    private static Problems judged(Problems problems, Runnable rule) {
        try {
            rule.run();
            return problems;
        } catch (RefusedException refused) {
            return problems.and(Problems.of(refused));
        }
    }

    static LocalDate day(Typed typed, String field) {
        return Dates.find(typed, field).orElseThrow();
    }
}
