package cn.suinian.core.card.office;

/**
 * What came of an act.
 *
 * @param card as it stands now; of a replacement the new one
 * @param already it was so before and nothing was done
 */
public record CardAct(CardState card, boolean already) {}
