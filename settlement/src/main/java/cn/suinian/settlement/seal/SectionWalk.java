package cn.suinian.settlement.seal;

import cn.suinian.settlement.seal.Discrepancy.Kind;
import cn.suinian.settlement.seal.merkle.LeafDifferences;
import cn.suinian.settlement.seal.merkle.LeafDifferences.Difference;
import cn.suinian.settlement.seal.merkle.MerkleRoot;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Goes through the rows of a section beside its sealed chunks. A row belongs to the chunk in whose range its key is, so
 * a row that is gone or new moves nothing in the chunks after it.
 */
final class SectionWalk {
    private static final int MOST_TOLD = 5;

    /** A chunk into which more rows than this were put is compared as far as this. */
    private static final int MOST_KEPT = 4 * Chunk.ROWS;

    private final SealStore store;
    private final LocalDate day;
    private final Section section;
    private final List<Chunk> chunks;
    private final SealListener listener;
    private final MerkleRoot whole = new MerkleRoot();
    private final List<Discrepancy> found = new ArrayList<>();
    private final long[] leaves = new long[MOST_KEPT];
    private final String[] keys = new String[MOST_KEPT];
    private MerkleRoot bucket = new MerkleRoot();
    private int at;

    SectionWalk(SealStore store, LocalDate day, Section section, List<Chunk> chunks, SealListener listener) {
        this.store = store;
        this.day = day;
        this.section = section;
        this.chunks = chunks;
        this.listener = listener;
    }

    void row(String row, byte[] leaf) throws SQLException {
        RowKey key = RowKey.ofRow(row, section.keyColumns().size());
        while (at + 1 < chunks.size() && isInNext(key)) {
            endBucket();
            at++;
        }
        whole.add(leaf);
        if (bucket.leaves() < MOST_KEPT) {
            leaves[(int) bucket.leaves()] = LeafDifferences.kept(leaf);
            keys[(int) bucket.leaves()] = key.text();
        }
        bucket.add(leaf);
    }

    /** A bucket that is not full yet is looked at only when something is wrong with it. */
    private boolean isInNext(RowKey key) {
        RowKey next = chunks.get(at + 1).firstKey();
        return key.text().equals(next.text()) || key.compareTo(next) >= 0;
    }

    /** No row follows. */
    void end() throws SQLException {
        while (at < chunks.size()) {
            endBucket();
            at++;
        }
        if (chunks.isEmpty() && whole.leaves() > 0) {
            differences(new long[0]);
        }
        listener.hashed(section, whole.leaves());
    }

    long rows() {
        return whole.leaves();
    }

    byte[] root() {
        return whole.root();
    }

    List<Discrepancy> found() {
        return found;
    }

    private void endBucket() throws SQLException {
        Chunk chunk = chunks.get(at);
        if (bucket.leaves() != chunk.rows() || !Arrays.equals(bucket.root(), chunk.root())) {
            differences(store.getLeaves(day, section, chunk.no()));
        }
        bucket = new MerkleRoot();
        listener.hashed(section, whole.leaves());
    }

    private void differences(long[] sealed) {
        int count = (int) Math.min(bucket.leaves(), MOST_KEPT);
        List<Difference> differences =
                LeafDifferences.find(sealed, Arrays.copyOf(leaves, count), MOST_TOLD - found.size());
        for (Difference difference : differences) {
            found.add(
                    switch (difference.kind()) {
                        case CHANGED -> about(Kind.ROW_CHANGED, "was changed: " + key(difference.at()));
                        case ADDED -> about(Kind.ROW_ADDED, "was not there: " + key(difference.at()));
                        case MISSING -> about(Kind.ROW_MISSING, "is gone, " + between(difference.at(), count));
                    });
        }
    }

    private Discrepancy about(Kind kind, String text) {
        return new Discrepancy(day, kind, section + " " + text);
    }

    private String between(int next, int count) {
        String after = next > 0
                ? "after " + key(next - 1)
                : "at " + chunks.get(at).firstKey().described(section);
        return next < count ? after + " and before " + key(next) : after;
    }

    private String key(int index) {
        return new RowKey(keys[index]).described(section);
    }
}
