package cn.suinian.core.card.stock;

/** Where a card of the stock is in its life. */
public enum StockStatus {
    /** The bureau was asked to make it. */
    ORDERED,
    /** Made, and in a store or at a counter. */
    IN_STOCK,
    /** A holder has it, or had. */
    ISSUED,
    /** Never to be given to anybody. */
    SPOILT
}
