package cn.suinian.gateway.console.day.board;

import cn.suinian.settlement.businessday.BusinessDay.State;
import java.time.LocalDate;

/** When the money of a business day is due, and whether it is late; as the gauge of days that are overdue counts. */
record PayDue(State state, LocalDate due, LocalDate today) {

    boolean late() {
        return state != State.PAID && state != State.SEALED && today.isAfter(due);
    }
}
