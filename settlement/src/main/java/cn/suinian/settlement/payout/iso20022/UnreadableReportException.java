package cn.suinian.settlement.payout.iso20022;

/** A file is no status report that can be read; the message says where and why, and quotes nothing of it. */
public final class UnreadableReportException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String zh;

    UnreadableReportException(String en, String zh) {
        super(en);
        this.zh = zh;
    }

    /** The same as the message, in Chinese. */
    public String zh() {
        return zh;
    }
}
