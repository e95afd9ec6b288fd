package cn.suinian.settlement.seal;

/** Hears how a seal gets on, on the sealing thread. What it throws ends the seal, of which then nothing is kept. */
@FunctionalInterface
public interface SealListener {
    /** Hears nothing. */
    SealListener SILENT = (section, rows) -> {};

    /** So many rows of a section are hashed; after each chunk, and at the end of the section. */
    void hashed(Section section, long rows);
}
