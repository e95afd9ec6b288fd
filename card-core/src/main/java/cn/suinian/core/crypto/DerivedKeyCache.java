package cn.suinian.core.crypto;

/**
 * How many derived keys a vault keeps ready, in keys. The least useful ones make room.
 *
 * @param terminals prepared terminal MACs, about 1.1 KB each
 * @param cards prepared card MACs, about 0.7 KB each
 */
public record DerivedKeyCache(int terminals, int cards) {
    /** Every terminal of a city with room to spare, and the cards of its busy hours. */
    public static final DerivedKeyCache DEFAULT = new DerivedKeyCache(20_000, 200_000);
}
