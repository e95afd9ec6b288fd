package cn.suinian.settlement.risk.policy;

/**
 * Says when a count reaches a limit, twice the limit, four times the limit: what grows is told again, and a thousand
 * are told seven times and not a thousand. It starts anew once the count has fallen below half the limit, so a count
 * that stays about the limit is told once.
 */
final class Doubling {

    private final int limit;
    private long told;

    Doubling(int limit) {
        this.limit = limit;
    }

    /** Whether this count is to be told. */
    boolean reachedBy(long count) {
        if (2 * count < limit) {
            told = 0;
        }
        long next = told == 0 ? limit : 2 * told;
        if (count < next) {
            return false;
        }
        while (2 * next <= count) {
            next *= 2;
        }
        told = next;
        return true;
    }
}
