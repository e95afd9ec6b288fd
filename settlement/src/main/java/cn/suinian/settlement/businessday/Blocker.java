package cn.suinian.settlement.businessday;

/**
 * Something that keeps a business day where it is.
 *
 * @param code stable, in upper case with underscores, as OPEN_BREAKS
 * @param zh what it is and what to do about it, in Simplified Chinese
 * @param en the same in English
 * @param count how many there are
 * @param fen the money that hangs on it; 0 when none does
 */
public record Blocker(String code, String zh, String en, long count, long fen) {}
