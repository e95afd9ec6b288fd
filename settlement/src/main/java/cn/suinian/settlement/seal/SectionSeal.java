package cn.suinian.settlement.seal;

/** How many rows a section had, and their Merkle root. */
@SuppressWarnings("ArrayRecordComponent") // compared by what is in it
public record SectionSeal(Section section, long rows, byte[] root) {}
