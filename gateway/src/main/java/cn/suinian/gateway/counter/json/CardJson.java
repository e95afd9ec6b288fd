package cn.suinian.gateway.counter.json;

import cn.suinian.core.card.office.CardAct;
import cn.suinian.core.card.office.CardState;
import cn.suinian.core.card.stock.StockCount;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards and stock. */
public final class CardJson {

    private CardJson() {}

    /** A card. */
    public static ObjectNode card(CardState card) {
        return Nodes.object()
                .put("serial", card.serial())
                .put("holderId", card.holderId())
                .put("number", card.number().masked())
                .put("status", card.status().name())
                .put("since", Nodes.moment(card.since()))
                .put("expiresOn", card.expiresOn().toString());
    }

    /** The card after an act, and whether it was so before. */
    public static ObjectNode act(CardAct act) {
        return card(act.card()).put("already", act.already());
    }

    /** A card that was reported lost for a holder whom another district serves: nothing of the holder. */
    public static ObjectNode lostElsewhere(CardAct act) {
        ObjectNode json = act(act);
        json.remove(List.of("holderId", "expiresOn"));
        return json;
    }

    /** Cards of a holder. */
    public static ObjectNode cards(List<CardState> cards) {
        return Nodes.object().set("cards", Nodes.list(cards, CardJson::card));
    }

    /** The same, with what stops each of them whatever its status says. */
    public static ObjectNode cards(List<CardState> cards, boolean holderDeceased) {
        return Nodes.object().set("cards", Nodes.list(cards, card -> card(card, holderDeceased)));
    }

    /** A card, with what stops it whatever its status says. */
    public static ObjectNode card(CardState card, boolean holderDeceased) {
        return card(card).put("stoppedBecause", holderDeceased ? "HOLDER_DECEASED" : null);
    }

    /**
     * A page of cards.
     *
     * @param next where the page after it begins; null: there is none
     */
    public static ObjectNode page(List<CardState> cards, @Nullable String next) {
        return cards(cards).put("next", next);
    }

    /** How many cards each place has. */
    public static ObjectNode stock(List<StockCount> counts) {
        return Nodes.object()
                .set(
                        "places",
                        Nodes.list(
                                counts,
                                count -> Nodes.object()
                                        .put("counter", count.counterId())
                                        .put("ordered", count.ordered())
                                        .put("inStock", count.inStock())
                                        .put("issued", count.issued())
                                        .put("spoilt", count.spoilt())));
    }
}
