package cn.suinian.settlement.risk;

import java.time.LocalDate;

/** Which of the newly received taps a scan looks at; each has a watermark of its own. */
public enum Pass {
    /** Received soon after they were made: their neighbours were received around the same time. */
    PROMPT("f.tapped_at >= f.received_at - interval '15 minutes'", 1),
    /** Stored by their terminal and sent later: their neighbours are anywhere in the days before. */
    LATE("f.tapped_at < f.received_at - interval '15 minutes'", 32);

    private final String condition;
    private final int days;

    Pass(String condition, int days) {
        this.condition = condition;
        this.days = days;
    }

    /** On a tap {@code f}. */
    String condition() {
        return condition;
    }

    /** The earliest date of a tap that was received on this day or later. */
    LocalDate earliest(LocalDate received) {
        return received.minusDays(days);
    }
}
