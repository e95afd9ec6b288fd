package cn.suinian.core.authorization;

import cn.suinian.core.authorization.decision.Answer;
import cn.suinian.core.terminal.Service;

/**
 * A tap that was answered before, as far as the answer needs it.
 *
 * @param tac the TAC it was stored with
 */
public record StoredTap(long tac, Service service, int amountFen, Answer answer) {}
