package cn.suinian.gateway.console.card;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardAct;
import cn.suinian.core.card.office.CardRecord;
import cn.suinian.core.card.office.CardTerm;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Problems;
import cn.suinian.gateway.console.page.ErrorPage;
import cn.suinian.gateway.console.page.Flash;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Activates, renews and ends a card; each asks once. */
final class LifeDesk {

    private static final String ACTIVATE = "/cards/:serial/activate";
    private static final String RENEW = "/cards/:serial/renew";
    private static final String CANCEL = "/cards/:serial/cancel";

    private final CardDesk desk;

    LifeDesk(CardDesk desk) {
        this.desk = desk;
    }

    List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.form(ACTIVATE, Permission.CARD_ISSUE, this::askActivate),
                ConsoleRoute.act(ACTIVATE, Permission.CARD_ISSUE, this::activate, this::askActivate),
                ConsoleRoute.form(RENEW, Permission.CARD_RENEW, this::askRenew),
                ConsoleRoute.act(RENEW, Permission.CARD_RENEW, this::renew, this::askRenew),
                ConsoleRoute.form(CANCEL, Permission.CARD_CANCEL, this::askCancel),
                ConsoleRoute.act(CANCEL, Permission.CARD_CANCEL, this::cancel, this::askCancel));
    }

    private ConfirmView ask(Visit visit, Problems problems, ConfirmView.Act act, CardRecord card) throws Exception {
        Whose whose = desk.whose(visit, card.card().holderId());
        ConfirmView view = new ConfirmView(visit.form(problems), act, card, whose);
        return whose.deceased() && act.label() != CardText.CANCEL_NOW
                ? view.unless(CardText.DECEASED, CardText.DEATH_FIRST)
                : view.unless(card.card().live() ? null : CardText.ENDED);
    }

    private Answer askActivate(Visit visit, Problems problems) throws Exception {
        ConfirmView.Act act = new ConfirmView.Act(
                "activate", CardText.ACTIVATE_TITLE, CardText.ACTIVATE_CONSEQUENCE, CardText.DO_ACTIVATE);
        return desk.about(
                visit,
                card -> card.card().status() == CardStatus.ACTIVE && !problems.any()
                        ? Answer.to("/cards/" + card.card().serial())
                        : ConfirmView.page(ask(visit, problems, act, card)));
    }

    private Answer activate(Visit visit) throws Exception {
        return desk.act(
                visit, seen -> done(visit, desk.office().activate(visit.actor(), seen), CardText.ACTIVATED_SAID));
    }

    private Answer askRenew(Visit visit, Problems problems) throws Exception {
        ConfirmView.Act act =
                new ConfirmView.Act("renew", CardText.RENEW_TITLE, CardText.RENEW_CONSEQUENCE, CardText.RENEW_NOW);
        return desk.about(visit, card -> {
            ConfirmView view = ask(visit, problems, act, card);
            if (view.obstacle() == null && card.renewal() != CardTerm.Renewal.OPEN) {
                view.unless(CardText.RENEW_CLOSED, closed(card.renewal()));
            }
            String next = desk.file().nextEnd(card.card()).toString();
            return ConfirmView.page(view.with(CardText.RENEW_NEW, next));
        });
    }

    private static @Nullable CardText closed(CardTerm.Renewal renewal) {
        return switch (renewal) {
            case TOO_EARLY -> CardText.RENEW_EARLY_LINE;
            case TOO_LATE -> CardText.RENEW_LATE_LINE;
            case OPEN -> null;
        };
    }

    private Answer renew(Visit visit) throws Exception {
        LocalDate expiresOn;
        try {
            expiresOn = LocalDate.parse(visit.typed().text("expiresOn"));
        } catch (DateTimeException notOurs) {
            return Answer.error(ErrorPage.BAD_REQUEST);
        }
        return desk.act(visit, seen -> {
            CardAct renewed = desk.office().renew(visit.actor(), seen, expiresOn);
            String until = renewed.card().expiresOn().toString();
            return Answer.to("/cards/" + seen.serial())
                    .saying(Flash.done(visit.frame().say(CardText.RENEWED_SAID, until)));
        });
    }

    private Answer askCancel(Visit visit, Problems problems) throws Exception {
        ConfirmView.Act act =
                new ConfirmView.Act("cancel", CardText.CANCEL_TITLE, CardText.CANCEL_CONSEQUENCE, CardText.CANCEL_NOW);
        return desk.about(
                visit,
                card -> ConfirmView.page(
                        ask(visit, problems, act, card).gravely().withReason()));
    }

    private Answer cancel(Visit visit) throws Exception {
        String reason = visit.typed().text("reason");
        return desk.act(
                visit, seen -> done(visit, desk.office().cancel(visit.actor(), seen, reason), CardText.CANCELLED_SAID));
    }

    private static Answer done(Visit visit, CardAct act, CardText said) {
        return Answer.to("/cards/" + act.card().serial())
                .saying(Flash.done(visit.frame().say(said)));
    }
}
