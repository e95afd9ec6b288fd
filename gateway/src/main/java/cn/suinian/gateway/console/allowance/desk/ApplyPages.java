package cn.suinian.gateway.console.allowance.desk;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.holder.lookup.Hit;
import cn.suinian.core.holder.lookup.SearchText;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.form.UnfitFormException;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.AllowanceOffice;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application made at a desk: whose it is, by the card they bring, and the day; it is shown whose it is first. */
public final class ApplyPages {

    private static final String ENROLMENT = "/allowance/enrolment";
    private static final String APPLY = ENROLMENT + "/apply";
    private static final String FIND = APPLY + "/find";

    private final AllowanceOffice office;

    public ApplyPages(AllowanceOffice office) {
        this.office = office;
    }

    /** Every route of it. */
    public List<ConsoleRoute> routes() {
        Permission may = Permission.ALLOWANCE_PREPARE;
        return List.of(
                ConsoleRoute.form(APPLY, may, this::ask),
                ConsoleRoute.act(FIND, may, this::find, this::ask),
                ConsoleRoute.act(APPLY, may, this::apply, this::ask));
    }

    private Answer ask(Visit visit, Problems problems) throws SQLException {
        return page(visit, visit.typed(), problems, lookAgain(visit));
    }

    /** So that a page with a problem still says whose application it is; null: nobody was looked for. */
    private @Nullable List<Hit> lookAgain(Visit visit) throws SQLException {
        if (visit.typed().text("q").isEmpty()) {
            return null;
        }
        try {
            return look(visit);
        } catch (RefusedException | UnfitFormException namedAlready) {
            return null;
        }
    }

    private Answer find(Visit visit) throws SQLException {
        List<Hit> hits = look(visit);
        Typed typed = hits.size() == 1
                ? visit.typed().with("holder", Long.toString(hits.get(0).holderId()))
                : visit.typed();
        return page(visit, typed, Problems.NONE, hits);
    }

    private static Answer page(Visit visit, Typed typed, Problems problems, @Nullable List<Hit> hits) {
        FormView form = visit.form(typed, problems);
        return Answer.page("allowance/apply.jte", Map.of("view", new ApplyView(form, hits)));
    }

    private List<Hit> look(Visit visit) throws SQLException {
        String text = visit.typed().text("q");
        if (ApplyView.searches(visit.frame())) {
            return office.holders().find(visit.actor(), SearchText.of(text)).hits();
        }
        Optional<CardNumber> card = CardNumber.parse(text.replaceAll("[\\s-]", ""));
        if (card.isEmpty()) {
            Problems.NONE.and("q", ApplyText.CARD_WRONG).stopIfAny();
        }
        return office.holders().findByCardAtADesk(visit.actor(), card.orElseThrow());
    }

    private Answer apply(Visit visit) throws SQLException {
        long holder = Typed.wholeNumber(visit.typed().text("holder"));
        Problems problems = holder < 1 ? Problems.NONE.and("holder", ApplyText.WHOSE) : Problems.NONE;
        Optional<LocalDate> on = day(visit);
        problems = on.isEmpty() ? problems.and("on", ApplyText.DAY_WANTED) : problems;
        problems.stopIfAny();
        office.enrolment().apply(visit.actor(), holder, on.orElseThrow());
        return Answer.to(ENROLMENT).saying(Flash.done(visit.frame().say(ApplyText.SAID, holder, on.orElseThrow())));
    }

    private static Optional<LocalDate> day(Visit visit) {
        try {
            return visit.typed().find("on").map(LocalDate::parse);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
