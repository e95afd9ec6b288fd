package cn.suinian.settlement.statement;

/** Is told how far a file is, every ten thousand lines; on the thread that reads. */
@FunctionalInterface
public interface IngestProgress {
    /** Tells nobody. */
    IngestProgress SILENT = (lines, bad) -> {};

    /** So many lines were read, and so many of them are bad. */
    void reached(long lines, long bad);
}
