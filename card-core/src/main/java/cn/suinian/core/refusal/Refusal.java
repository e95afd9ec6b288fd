package cn.suinian.core.refusal;

/**
 * Why an act is not done; each room implements it with an enum. Both texts say what to do, and hold no personal
 * data.
 */
public interface Refusal {
    /** Stable, in upper case: what interfaces and tests compare. */
    String name();

    /** What whoever asked reads, in Simplified Chinese. */
    String zh();

    /** The same in English. */
    String en();
}
