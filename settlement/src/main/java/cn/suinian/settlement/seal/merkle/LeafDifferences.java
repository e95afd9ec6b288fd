package cn.suinian.settlement.seal.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Compares the rows of a chunk with what was sealed of them: the first 8 bytes of each row's hash, in order. What was
 * sealed knows no keys, so a row that is gone is named by its neighbours.
 */
public final class LeafDifferences {
    /** Bytes kept of a hash. */
    public static final int KEPT_BYTES = Long.BYTES;

    /** What is different. */
    public enum Kind {
        CHANGED,
        ADDED,
        MISSING
    }

    /**
     * A difference.
     *
     * @param at index of the row that is changed or added; for a missing one, of the row it stood before, which is the
     *     number of rows when it stood last
     */
    public record Difference(Kind kind, int at) {}

    private LeafDifferences() {}

    /** The beginning of a hash as a number. */
    public static long kept(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    /** The first differences, in order. */
    public static List<Difference> find(long[] sealed, long[] now, int most) {
        Set<Long> wereThere = setOf(sealed);
        Set<Long> areThere = setOf(now);
        List<Difference> found = new ArrayList<>();
        int was = 0;
        int is = 0;
        while ((was < sealed.length || is < now.length) && found.size() < most) {
            if (was < sealed.length && is < now.length && sealed[was] == now[is]) {
                was++;
                is++;
            } else if (is == now.length || (was < sealed.length && wereThere.contains(now[is]))) {
                found.add(new Difference(Kind.MISSING, is));
                was++;
            } else if (was == sealed.length || areThere.contains(sealed[was])) {
                found.add(new Difference(Kind.ADDED, is));
                is++;
            } else {
                found.add(new Difference(Kind.CHANGED, is));
                was++;
                is++;
            }
        }
        return found;
    }

    private static Set<Long> setOf(long[] values) {
        return LongStream.of(values).boxed().collect(java.util.stream.Collectors.toCollection(HashSet::new));
    }
}
