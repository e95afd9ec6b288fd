package cn.suinian.core.card.bureau;

/**
 * An order and what became of its cards.
 *
 * @param waiting nobody has said anything of them yet
 * @param made in stock, or with a holder
 * @param spoilt failed at the bureau, or spoilt later
 */
public record BatchCount(CardBatch batch, int waiting, int made, int spoilt) {}
