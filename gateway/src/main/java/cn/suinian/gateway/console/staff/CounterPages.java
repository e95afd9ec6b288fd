package cn.suinian.gateway.console.staff;

import static cn.suinian.core.staff.Permission.STAFF_MANAGE;

import cn.suinian.core.holder.District;
import cn.suinian.core.staff.register.Counter;
import cn.suinian.core.staff.register.Counters;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.Address;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The counters: the list of a district or of all, and a new one. */
public final class CounterPages {

    private static final String COUNTERS = "/counters";
    private static final String NEW = "/counters/new";

    private final Counters counters;

    public CounterPages(Counters counters) {
        this.counters = counters;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(COUNTERS, STAFF_MANAGE, this::list),
                ConsoleRoute.form(NEW, STAFF_MANAGE, this::fresh),
                ConsoleRoute.act(NEW, STAFF_MANAGE, this::create, this::fresh));
    }

    private Answer list(Visit visit) throws SQLException {
        Typed asked = Typed.of(Map.of("district", visit.query("district").orElse("")));
        Optional<District> district = asked.choice("district", District.class);
        List<Counter> shown = counters.list().stream()
                .filter(counter -> district.isEmpty() || counter.district() == district.get())
                .toList();
        CounterList view = new CounterList(visit.form(asked, Problems.NONE), shown);
        return Answer.page("staff/counters.jte", Map.of("view", view));
    }

    private Answer fresh(Visit visit, Problems problems) {
        FormView form = visit.form(problems);
        return Answer.page("staff/counter.jte", Map.of("view", new CounterList(form, List.of())));
    }

    private Answer create(Visit visit) throws SQLException {
        Typed typed = visit.typed();
        Optional<District> district = typed.choice("district", District.class);
        Optional<Counter.Kind> kind = typed.choice("kind", Counter.Kind.class);
        Problems problems = Problems.NONE;
        if (district.isEmpty()) {
            problems = problems.and("district", StaffText.CHOOSE_ONE);
        }
        if (kind.isEmpty()) {
            problems = problems.and("kind", StaffText.CHOOSE_ONE);
        }
        problems.stopIfAny();
        Counter made = counters.create(visit.actor(), typed.text("name"), district.orElseThrow(), kind.orElseThrow());
        String path = new Address(COUNTERS).with("district", made.district()).toString();
        return Answer.to(path).saying(Flash.done(visit.frame().say(StaffText.COUNTER_ADDED, made.name())));
    }
}
