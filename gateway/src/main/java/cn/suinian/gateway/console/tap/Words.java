package cn.suinian.gateway.console.tap;

import cn.suinian.core.authorization.decision.Direction;
import cn.suinian.core.authorization.decision.Reversal;
import cn.suinian.core.authorization.explanation.UsedUp;
import cn.suinian.core.card.CardStatus;
import cn.suinian.core.entitlement.policy.JourneyPairing.Outcome;
import cn.suinian.core.holder.Category;

/** What stored values are called on the page. */
final class Words {

    private Words() {}

    static TapText of(CardStatus status) {
        return switch (status) {
            case ISSUED -> TapText.ISSUED;
            case ACTIVE -> TapText.ACTIVE;
            case LOST -> TapText.LOST;
            case REPLACED -> TapText.REPLACED;
            case CANCELLED -> TapText.CANCELLED;
        };
    }

    static TapText of(Direction direction) {
        return switch (direction) {
            case ENTRY -> TapText.ENTRY;
            case EXIT -> TapText.EXIT;
            case BOARD -> TapText.BOARD;
        };
    }

    static TapText of(Outcome outcome) {
        return switch (outcome) {
            case OPENED -> TapText.OPENED;
            case COMPLETED -> TapText.COMPLETED;
            case ENTRY_MISSING -> TapText.ENTRY_MISSING;
        };
    }

    static TapText of(Category category) {
        return switch (category) {
            case SPECIAL_HARDSHIP -> TapText.SPECIAL_HARDSHIP;
            case LOW_INCOME -> TapText.LOW_INCOME;
            case LOW_INCOME_MARGIN -> TapText.LOW_INCOME_MARGIN;
            case VETERAN_OR_MARTYR_KIN -> TapText.VETERAN_OR_MARTYR_KIN;
            case BEREAVED_ONE_CHILD -> TapText.BEREAVED_ONE_CHILD;
            case MODERATELY_DISABLED -> TapText.MODERATELY_DISABLED;
        };
    }

    static TapText of(UsedUp.Unit unit) {
        return switch (unit) {
            case LUNCHES_OF_WEEK -> TapText.LUNCHES_OF_WEEK;
            case FEN_OF_MONTH -> TapText.YUAN_OF_MONTH;
            case USES -> TapText.USES;
        };
    }

    static TapText of(Reversal.Cause cause) {
        return switch (cause) {
            case TILL_ERROR -> TapText.TILL_ERROR;
            case NOT_SERVED -> TapText.NOT_SERVED;
            case GATE_SHUT -> TapText.GATE_SHUT;
            case HOLDER_ASKED -> TapText.HOLDER_ASKED;
        };
    }
}
