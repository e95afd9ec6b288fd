package cn.suinian.gateway.counter.call;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardAct;
import cn.suinian.core.card.office.CardFile;
import cn.suinian.core.card.office.CardOffice;
import cn.suinian.core.card.office.CardSeen;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.card.office.LossOutcome;
import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.card.office.ReplaceCause;
import cn.suinian.core.card.stock.CardChoice;
import cn.suinian.core.card.stock.CardStock;
import cn.suinian.core.staff.Permission;
import cn.suinian.core.staff.Scope;
import cn.suinian.gateway.counter.body.CardBodies;
import cn.suinian.gateway.counter.gate.Answer;
import cn.suinian.gateway.counter.gate.CounterRoute;
import cn.suinian.gateway.counter.gate.Visit;
import cn.suinian.gateway.counter.json.CardJson;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Cards: issued, activated, lost, found, replaced, renewed, ended; and how many are in stock. */
public final class CardCalls {

    private final CardOffice office;
    private final CardFile file;
    private final CardStock stock;

    public CardCalls(CardOffice office, CardFile file, CardStock stock) {
        this.office = office;
        this.file = file;
        this.stock = stock;
    }

    /** Their lines of the route table; a fixed path stands before one with a variable. */
    public List<CounterRoute> routes() {
        String card = "/v1/cards/{serial}";
        return List.of(
                CounterRoute.get("/v1/holders/{id}/cards", Permission.HOLDER_VIEW, this::ofHolder),
                CounterRoute.act("POST", "/v1/cards", Permission.CARD_ISSUE, this::issue),
                CounterRoute.get("/v1/cards/due", Permission.CARD_RENEW, this::due),
                CounterRoute.get(card, Permission.HOLDER_VIEW, this::one),
                CounterRoute.act("POST", card + "/activation", Permission.CARD_ISSUE, this::activate),
                CounterRoute.act("POST", card + "/loss", Permission.CARD_REPORT_LOST, this::lost),
                CounterRoute.act("POST", card + "/recovery", Permission.CARD_REPORT_LOST, this::found),
                CounterRoute.act("POST", card + "/replacement", Permission.CARD_REPLACE, this::replace),
                CounterRoute.act("POST", card + "/cancellation", Permission.CARD_CANCEL, this::cancel),
                CounterRoute.act("POST", card + "/renewal", Permission.CARD_RENEW, this::renew),
                CounterRoute.get("/v1/stock", Permission.CARD_STOCK, this::count));
    }

    private Answer ofHolder(Visit visit) throws SQLException {
        long holderId = visit.holderId();
        visit.asked().query().nothingElse();
        return Answer.ok(
                CardJson.cards(file.listCards(visit.actor(), holderId), file.isDeceased(visit.actor(), holderId)));
    }

    private Answer one(Visit visit) throws SQLException {
        int serial = visit.serial();
        visit.asked().query().nothingElse();
        CardState card = file.getCard(visit.actor(), serial);
        return Answer.ok(CardJson.card(card, file.isDeceased(visit.actor(), card.holderId())));
    }

    private Answer due(Visit visit) throws SQLException {
        DuePage page = DuePage.asked(visit.asked().query());
        List<CardState> cards = file.listDue(visit.actor(), page.after(), page.limit());
        return Answer.ok(CardJson.page(cards, page.next(cards)));
    }

    private Answer count(Visit visit) throws SQLException {
        visit.asked().query().nothingElse();
        return Answer.ok(CardJson.stock(stock.count(visit.actor())));
    }

    private record Issue(long holderId, CardChoice choice, boolean active) {}

    private Answer issue(Visit visit) throws SQLException {
        Scope scope = visit.actor().scope();
        Issue issue = visit.read(given -> new Issue(
                given.number("holderId", 1, Long.MAX_VALUE), CardBodies.choice(given, scope), given.truth("activate")));
        return handedOver(
                issue.active()
                        ? office.issueAndActivate(visit.actor(), issue.holderId(), issue.choice())
                        : office.issue(visit.actor(), issue.holderId(), issue.choice()));
    }

    private Answer activate(Visit visit) throws SQLException {
        int serial = visit.serial();
        return acted(office.activate(visit.actor(), visit.read(given -> CardBodies.seen(given, serial))));
    }

    private record Loss(CardSeen seen, LossReport report) {}

    private Answer lost(Visit visit) throws SQLException {
        int serial = visit.serial();
        Loss loss = visit.read(given -> new Loss(CardBodies.seen(given, serial), CardBodies.loss(given)));
        LossOutcome outcome = office.answerLoss(visit.actor(), loss.seen(), loss.report());
        if (outcome instanceof LossOutcome.Refused refused) {
            return Answer.of(refused.why());
        }
        CardAct act = outcome.orThrow();
        return file.serves(visit.actor(), act.card().holderId()) ? acted(act) : Answer.ok(CardJson.lostElsewhere(act));
    }

    private Answer found(Visit visit) throws SQLException {
        int serial = visit.serial();
        return acted(office.foundAgain(visit.actor(), visit.read(given -> CardBodies.seen(given, serial))));
    }

    private record Replacement(CardSeen seen, CardChoice choice, ReplaceCause cause) {}

    private Answer replace(Visit visit) throws SQLException {
        int serial = visit.serial();
        Scope scope = visit.actor().scope();
        Replacement given = visit.read(body -> new Replacement(
                CardBodies.seen(body, serial),
                CardBodies.choice(body, scope),
                body.constant("cause", ReplaceCause.class)));
        return handedOver(office.replace(visit.actor(), given.seen(), given.choice(), given.cause()));
    }

    private record Cancellation(CardSeen seen, String reason) {}

    private Answer cancel(Visit visit) throws SQLException {
        int serial = visit.serial();
        Cancellation given = visit.read(body -> new Cancellation(CardBodies.seen(body, serial), body.text("reason")));
        return acted(office.cancel(visit.actor(), given.seen(), given.reason()));
    }

    private record Renewal(CardStatus seen, LocalDate expiresOn) {}

    private Answer renew(Visit visit) throws SQLException {
        int serial = visit.serial();
        Renewal given =
                visit.read(body -> new Renewal(body.constant("seen", CardStatus.class), body.date("expiresOn")));
        return acted(office.renew(visit.actor(), new CardSeen(serial, given.seen()), given.expiresOn()));
    }

    private static Answer acted(CardAct act) {
        return Answer.ok(CardJson.act(act));
    }

    private static Answer handedOver(CardAct act) {
        return act.already() ? acted(act) : Answer.created(CardJson.act(act));
    }
}
