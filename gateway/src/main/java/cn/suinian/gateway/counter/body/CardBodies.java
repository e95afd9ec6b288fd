package cn.suinian.gateway.counter.body;

import cn.suinian.core.card.CardNumber;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.card.office.CardSeen;
import cn.suinian.core.card.office.LossReport;
import cn.suinian.core.card.stock.CardChoice;
import cn.suinian.core.staff.Scope;

/** What is said of cards. */
public final class CardBodies {

    private CardBodies() {}

    /** The status that whoever acts has seen. */
    public static CardSeen seen(Given given, int serial) {
        return new CardSeen(serial, given.constant("seen", CardStatus.class));
    }

    /** That a card is lost. */
    public static LossReport loss(Given given) {
        return new LossReport(given.optionalMoment("lostAt").orElse(null), given.constant("by", LossReport.By.class));
    }

    /** Which card is handed over: the one in the hand, or the next of a counter; without a word the client's own. */
    public static CardChoice choice(Given given, Scope scope) {
        return given.optionalObject("card", CardBodies::chosen).orElseGet(() -> {
            if (scope.counterId() == null) {
                throw given.missing("card");
            }
            return new CardChoice.NextAt(scope.counterId());
        });
    }

    private static CardChoice chosen(Given card) {
        return card.optionalText("number")
                .<CardChoice>map(number -> new CardChoice.Named(CardNumber.parse(number)
                        .orElseThrow(() -> card.malformed("number", "a card number of this issuer, 19 digits"))
                        .serial()))
                .orElseGet(() -> new CardChoice.NextAt((int) card.number("counter", 1, Integer.MAX_VALUE)));
    }
}
