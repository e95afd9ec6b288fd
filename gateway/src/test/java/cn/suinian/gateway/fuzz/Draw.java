package cn.suinian.gateway.fuzz;

import java.util.List;
import java.util.Random;

/** Random choices, the same for the same seed and number. */
final class Draw {
    private static final long MIXER = 0x9e3779b97f4a7c15L;

    private final Random random;

    Draw(long seed, int number) {
        random = new Random(seed * MIXER + number);
    }

    /** A whole number from 0 to one less than this. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True once in so many times. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** An unsigned 32-bit number, often one at the edge. */
    long u32() {
        return switch (random.nextInt(6)) {
            case 0 -> 1;
            case 1 -> 0xffff_ffffL;
            case 2 -> 0x8000_0000L;
            default -> 1 + (random.nextInt() & 0xffff_fffeL);
        };
    }
}
