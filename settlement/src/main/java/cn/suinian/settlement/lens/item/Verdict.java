package cn.suinian.settlement.lens.item;

/** What somebody says of a flag or a finding; the names are stored. */
public enum Verdict {
    /** There is an innocent reason; its score no longer counts. */
    EXPLAINED,
    /** It is what it looks like. */
    CONFIRMED,
    /** The word before is taken back: it waits for an answer again. */
    REOPENED
}
