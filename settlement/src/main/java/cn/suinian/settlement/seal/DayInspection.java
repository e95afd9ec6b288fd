package cn.suinian.settlement.seal;

import cn.suinian.settlement.seal.Discrepancy.Kind;
import cn.suinian.settlement.seal.merkle.MerkleRoot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Recomputes a day from its rows, in one pass, and names the rows that differ. */
final class DayInspection {
    private final Connection connection;
    private final LocalDate day;
    private final SealStore store;

    DayInspection(Connection connection, LocalDate day) {
        this.connection = connection;
        this.day = day;
        this.store = new SealStore(connection);
    }

    List<Discrepancy> inspect(SealListener listener) throws SQLException {
        Optional<DaySeal> seal = store.find(day);
        if (seal.isEmpty()) {
            return List.of(new Discrepancy(day, Kind.NOT_SEALED, "the day has no seal"));
        }
        List<Discrepancy> found = new ArrayList<>();
        SealedRows rows = new SealedRows(connection, day);
        for (SectionSeal section : seal.get().sections()) {
            inspect(section, rows, listener, found);
        }
        return found;
    }

    private void inspect(SectionSeal sealed, SealedRows rows, SealListener listener, List<Discrepancy> found)
            throws SQLException {
        List<Chunk> chunks = store.listChunks(day, sealed.section());
        SectionWalk walk = new SectionWalk(store, day, sealed.section(), chunks, listener);
        rows.each(sealed.section(), walk::row);
        walk.end();
        boolean rowsAreWhole = walk.rows() == sealed.rows() && Arrays.equals(walk.root(), sealed.root());
        boolean chunksAreWhole =
                areWhole(chunks, sealed) && (!rowsAreWhole || walk.found().isEmpty());
        if (!rowsAreWhole && walk.found().isEmpty()) {
            found.add(new Discrepancy(
                    day,
                    Kind.ROWS_DIFFER,
                    ("%s: %d rows, sealed were %d with another root; the hashes of the chunks were changed with the"
                                    + " rows, so a backup has to tell which")
                            .formatted(sealed.section(), walk.rows(), sealed.rows())));
        } else if (!rowsAreWhole) {
            found.addAll(walk.found());
        }
        if (!chunksAreWhole) {
            found.add(new Discrepancy(
                    day,
                    Kind.CHUNKS_CHANGED,
                    sealed.section() + ": the hashes of its chunks are not those of its sealed root"));
        }
    }

    private static boolean areWhole(List<Chunk> chunks, SectionSeal sealed) {
        MerkleRoot whole = new MerkleRoot();
        for (Chunk chunk : chunks) {
            boolean last = chunk.no() == chunks.size() - 1;
            if (chunk.no() * (long) Chunk.ROWS != whole.leaves() || (chunk.rows() < Chunk.ROWS && !last)) {
                return false;
            }
            if (chunk.rows() == Chunk.ROWS) {
                whole.addSubtree(chunk.root(), Chunk.LEVEL);
            } else {
                whole.addLast(chunk.root(), chunk.rows());
            }
        }
        return whole.leaves() == sealed.rows() && Arrays.equals(whole.root(), sealed.root());
    }
}
