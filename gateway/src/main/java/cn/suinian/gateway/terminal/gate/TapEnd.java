package cn.suinian.gateway.terminal.gate;

/** What a tap that was taken in came to. */
public enum TapEnd {
    /** It was approved or declined. */
    ANSWERED,
    /** Its terminal made a mistake, such as a number that it used before: a 4xx. */
    REFUSED,
    /** We could not decide it, or do not know whether it is stored: a 5xx. */
    FAILED
}
