package cn.suinian.settlement.payout.iso20022;

/** A file is no status report that can be read; the message says where and why, and quotes nothing of it. */
public final class UnreadableReportException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableReportException(String message) {
        super(message);
    }
}
