package cn.suinian.core;

import java.util.stream.LongStream;

/**
 * Seeds for tests that try random things: some that are always the same and one that is new in each run. The seed is
 * in the name of the test; {@code -Dsuinian.seed=N} repeats one.
 */
public final class Seeds {

    private static final String REPEAT = "suinian.seed";
    private static final int ALWAYS = 12;

    private Seeds() {}

    /** For a {@code MethodSource}. */
    public static LongStream list() {
        Long one = Long.getLong(REPEAT);
        return one != null
                ? LongStream.of(one)
                : LongStream.concat(LongStream.rangeClosed(1, ALWAYS), LongStream.of(System.nanoTime()));
    }
}
