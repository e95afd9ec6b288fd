package cn.suinian.gateway.console.holder.change;

import static cn.suinian.gateway.console.holder.change.CircumstancePages.day;
import static cn.suinian.gateway.console.holder.change.CircumstancePages.days;
import static cn.suinian.gateway.console.holder.change.CircumstancePages.reasoned;

import cn.suinian.core.card.office.CardSeen;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.holder.person.PersonalText;
import cn.suinian.core.staff.Actor;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.form.Typed;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.Offices;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Takes a holder's consent back, and cancels their card with it: both or neither. */
public final class ConsentPages {

    private final Offices offices;
    private final ChangeForm form;

    public ConsentPages(Offices offices, Clock clock) {
        this.offices = offices;
        this.form = new ChangeForm(offices.holders(), clock, "/holders/:id/withdraw", "holder/change/withdraw.jte");
    }

    public List<ConsoleRoute> routes() {
        return form.routes(Permission.CARD_CANCEL, this::withdraw);
    }

    private String withdraw(Visit visit, long holderId) throws SQLException {
        Typed typed = visit.typed();
        reasoned(days(typed, "on"), typed).stopIfAny();
        Actor actor = visit.actor();
        LocalDate on = day(typed, "on");
        String reason = PersonalText.reason(typed.text("reason"), "reason");
        return offices.holders().whenStill(actor, holderId, Seen.version(typed), () -> {
            for (CardState card : offices.cardFile().listCards(actor, holderId)) {
                if (card.live()) {
                    offices.cards().cancel(actor, new CardSeen(card.serial(), card.status()), reason);
                }
            }
            offices.holders().withdrawConsent(actor, holderId, on, reason);
            return visit.frame().say(ChangeText.CONSENT_WITHDRAWN);
        });
    }
}
