package cn.suinian.gateway.console.card;

import cn.suinian.core.card.office.CardRefusal;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.card.stock.CardChoice;
import cn.suinian.core.refusal.RefusedException;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Hands a working card over. */
final class IssueDesk {

    private static final String ISSUE = "/cards/issue";

    private final CardDesk desk;

    IssueDesk(CardDesk desk) {
        this.desk = desk;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(ISSUE, Permission.CARD_ISSUE, this::ask),
                ConsoleRoute.act(ISSUE, Permission.CARD_ISSUE, this::issue, this::ask));
    }

    private Answer ask(Visit visit, Problems problems) throws Exception {
        String given =
                visit.typed().find("holder").or(() -> visit.query("holder")).orElse("");
        if (given.isEmpty()) {
            return Answer.page("card/nobody.jte", Map.of("frame", visit.frame()));
        }
        OptionalLong holderId = CardDesk.holderId(given);
        if (holderId.isEmpty()) {
            return CardDesk.noPage();
        }
        try {
            return form(visit, problems, holderId.getAsLong());
        } catch (RefusedException refused) {
            if (refused.refusal() == CardRefusal.HOLDER_UNKNOWN) {
                return CardDesk.noPage();
            }
            throw refused;
        }
    }

    private Answer form(Visit visit, Problems problems, long holderId) throws Exception {
        CardState live = desk.file().listCards(visit.actor(), holderId).stream()
                .filter(CardState::live)
                .findFirst()
                .orElse(null);
        Whose whose = desk.whose(visit, holderId);
        NewCard proposed = NewCard.of(desk.proposed(visit));
        return Answer.page(
                "card/issue.jte", Map.of("view", new IssueView(visit.form(problems), whose, proposed, live)));
    }

    private Answer issue(Visit visit) throws Exception {
        OptionalLong holderId = CardDesk.holderId(visit.typed().text("holder"));
        if (holderId.isEmpty()) {
            return CardDesk.noPage();
        }
        int serial = desk.inHand(visit);
        desk.office().issueAndActivate(visit.actor(), holderId.getAsLong(), new CardChoice.Named(serial));
        return Answer.to("/cards/" + serial + "/receipt")
                .saying(Flash.done(visit.frame().say(CardText.ISSUED_SAID)));
    }
}
