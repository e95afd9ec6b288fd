package cn.suinian.gateway.console.card;

import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.card.office.Carried;
import cn.suinian.core.staff.Permission;
import cn.suinian.gateway.console.holder.page.WhatIsLeft;
import cn.suinian.gateway.console.page.Frame;
import cn.suinian.gateway.console.route.Answer;
import cn.suinian.gateway.console.route.ConsoleRoute;
import cn.suinian.gateway.console.route.Visit;
import cn.suinian.gateway.office.Offices;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every page of cards. */
public final class CardPages {

    private final CardDesk desk;
    private final IssueDesk issue;
    private final LossDesk loss;
    private final ReplaceDesk replace;
    private final LifeDesk life;
    private final WhatIsLeft left;
    private final String hotline;

    /**
     * The pages of one console.
     *
     * @param left what somebody has left, for the slip of a replacement
     * @param hotline the telephone number that an elder calls when a card is lost
     */
    public CardPages(Offices offices, WhatIsLeft left, Clock clock, String hotline) {
        this.left = left;
        this.desk = new CardDesk(offices, clock);
        this.issue = new IssueDesk(desk);
        this.loss = new LossDesk(desk, hotline);
        this.replace = new ReplaceDesk(desk);
        this.life = new LifeDesk(desk);
        this.hotline = hotline;
    }

    /** Every route; those with a word of their own come before those with a card's number. */
    public List<ConsoleRoute> routes() {
        return Stream.of(
                        issue.routes(),
                        List.of(
                                ConsoleRoute.get("/cards/due", Permission.CARD_RENEW, this::due),
                                ConsoleRoute.get("/cards/:serial", Permission.HOLDER_VIEW, this::card),
                                ConsoleRoute.get("/cards/:serial/receipt", Permission.HOLDER_VIEW, this::receipt)),
                        loss.routes(),
                        replace.routes(),
                        life.routes())
                .flatMap(List::stream)
                .toList();
    }

    private Answer card(Visit visit) throws Exception {
        return desk.about(visit, card -> {
            Whose whose = desk.whose(visit, card.card().holderId());
            return Answer.page("card/page.jte", Map.of("view", new CardView(visit.frame(), card, whose)));
        });
    }

    private Answer receipt(Visit visit) throws Exception {
        return desk.about(visit, card -> {
            Whose whose = desk.whose(visit, card.card().holderId());
            Frame frame = visit.frame();
            Carried carried = desk.file().getCarried(visit.actor(), card.card().holderId());
            List<String> still = left.of(card.card().holderId(), frame.language());
            ReceiptView.Account account = new ReceiptView.Account(carried, still);
            return Answer.page(
                    "card/receipt.jte",
                    Map.of("view", new ReceiptView(frame, card, whose, account, desk.counterName(visit), hotline)));
        });
    }

    private Answer due(Visit visit) throws Exception {
        CardState after = visit.query("after").map(CardPages::lastOfPage).orElse(null);
        List<CardState> read = desk.file().listDue(visit.actor(), after, DueView.PAGE + 1);
        return Answer.page(
                "card/due.jte", Map.of("view", new DueView(visit.frame(), read, after == null, desk.today())));
    }

    /** A card as the list knows it: its last day, a point, its serial. Anything else begins the list anew. */
    private static @Nullable CardState lastOfPage(String text) {
        int point = text.indexOf('.');
        OptionalInt serial = CardDesk.serial(text.substring(point + 1));
        if (point < 0 || serial.isEmpty()) {
            return null;
        }
        try {
            LocalDate expiresOn = LocalDate.parse(text.substring(0, point));
            return new CardState(serial.getAsInt(), 0, CardStatus.ACTIVE, Instant.EPOCH, expiresOn);
        } catch (DateTimeException notOurs) {
            return null;
        }
    }
}
