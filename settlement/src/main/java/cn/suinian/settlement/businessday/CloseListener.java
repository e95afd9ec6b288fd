package cn.suinian.settlement.businessday;

import java.time.LocalDate;

/** Hears how a close gets on, on the closing thread. What it throws stops the close there, which may be run again. */
public interface CloseListener {

    /** Hears nothing. */
    CloseListener SILENT = progress -> {};

    /** A step was reached. */
    void reached(Progress progress);

    /**
     * How far a close has come.
     *
     * @param day the day being closed
     * @param ordinal which of the days of this call it is, from 1
     * @param of how many days this call closes
     * @param detail for people, in English
     */
    record Progress(LocalDate day, long ordinal, long of, CloseStep step, String detail) {}
}
