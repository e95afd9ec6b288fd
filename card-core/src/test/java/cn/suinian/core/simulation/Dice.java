package cn.suinian.core.simulation;

import java.util.List;

/** SplitMix64. Our own eleven lines, because a seed must mean the same on every JDK. */
final class Dice {

    private long state;

    Dice(long seed) {
        this.state = seed * 0x9E3779B97F4A7C15L + 0x1234567;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        return mixed(state);
    }

    static long mixed(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to one less than this. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean oneIn(int n) {
        return below(n) == 0;
    }

    boolean permille(int chance) {
        return below(1_000) < chance;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    int pick(int... from) {
        return from[below(from.length)];
    }

    /** One of n, the first ones far more often: every city has its hot cards. */
    int skewed(int n) {
        return below(below(n) + 1);
    }
}
