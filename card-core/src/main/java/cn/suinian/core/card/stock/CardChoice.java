package cn.suinian.core.card.stock;

/** Which card of the stock a holder is given. */
public sealed interface CardChoice {

    /** The one in the clerk's hand. */
    record Named(int serial) implements CardChoice {}

    /** Whichever is next at this counter. */
    record NextAt(int counterId) implements CardChoice {}

    /** Whether a card of this number could have been meant. */
    default boolean fits(int serial) {
        return !(this instanceof Named named) || named.serial == serial;
    }
}
