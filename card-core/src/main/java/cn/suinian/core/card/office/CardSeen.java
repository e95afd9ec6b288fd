package cn.suinian.core.card.office;

import cn.suinian.core.card.CardStatus;

/** A card and the status that the clerk saw when deciding to act. */
public record CardSeen(int serial, CardStatus status) {}
