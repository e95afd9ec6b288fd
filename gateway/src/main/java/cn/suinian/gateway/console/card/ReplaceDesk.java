package cn.suinian.gateway.console.card;

import cn.suinian.core.card.office.CardAct;
import cn.suinian.core.card.office.CardRecord;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.core.card.stock.CardChoice;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.FormView;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the holder of a lost, damaged or expired card another one, in two steps and a receipt. */
final class ReplaceDesk {

    private static final String OLD = "/cards/:serial/replace";
    private static final String NEW = "/cards/:serial/replace/card";

    private final CardDesk desk;

    ReplaceDesk(CardDesk desk) {
        this.desk = desk;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get(OLD, Permission.CARD_REPLACE, this::askWhy),
                ConsoleRoute.form(NEW, Permission.CARD_REPLACE, this::askCard),
                ConsoleRoute.act(NEW, Permission.CARD_REPLACE, this::replace, this::askCard));
    }

    private Answer askWhy(Visit visit) throws Exception {
        return desk.about(visit, card -> {
            Typed likeliest =
                    Typed.of(Map.of("cause", ReplaceView.causes(card).get(0).name()));
            return page("card/replace.jte", visit, visit.form(likeliest, Problems.NONE), card, null);
        });
    }

    private Answer askCard(Visit visit, Problems problems) throws Exception {
        String given =
                visit.typed().find("cause").or(() -> visit.query("cause")).orElse("");
        Optional<ReplaceCause> cause = Typed.of(Map.of("cause", given)).choice("cause", ReplaceCause.class);
        return desk.about(visit, card -> {
            boolean fits = cause.filter(ReplaceView.causes(card)::contains).isPresent();
            return fits || problems.any()
                    ? page("card/replacecard.jte", visit, visit.form(problems), card, cause.orElse(null))
                    : Answer.to("/cards/" + card.card().serial() + "/replace");
        });
    }

    private Answer page(String template, Visit visit, FormView form, CardRecord card, @Nullable ReplaceCause cause)
            throws Exception {
        Whose whose = desk.whose(visit, card.card().holderId());
        NewCard proposed = NewCard.of(desk.proposed(visit));
        return Answer.page(template, Map.of("view", new ReplaceView(form, card, whose, cause, proposed)));
    }

    private Answer replace(Visit visit) throws Exception {
        Optional<ReplaceCause> cause = visit.typed().choice("cause", ReplaceCause.class);
        if (cause.isEmpty()) {
            return Answer.error(ErrorPage.BAD_REQUEST);
        }
        return desk.act(visit, seen -> {
            CardChoice choice = new CardChoice.Named(desk.inHand(visit));
            CardAct done = desk.office().replace(visit.actor(), seen, choice, cause.get());
            return Answer.to("/cards/" + done.card().serial() + "/receipt")
                    .saying(Flash.done(visit.frame().say(CardText.REPLACED_SAID)));
        });
    }
}
