package cn.suinian.settlement.lens.recovery;

import cn.suinian.core.money.Payer;
import cn.suinian.core.terminal.Service;

/**
 * Money that goes back to one payer for one service.
 *
 * @param fen above zero
 */
public record RecoveryLine(Payer payer, Service service, long fen) {

    /** What it is about, as forms and refusals name it: "fen-2-1". */
    public String field() {
        return "fen-" + payer.code() + "-" + service.code();
    }
}
