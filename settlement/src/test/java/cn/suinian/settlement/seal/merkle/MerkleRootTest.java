package cn.suinian.settlement.seal.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.suinian.core.crypto.Hex;
import cn.suinian.core.crypto.Sm3;
import cn.suinian.settlement.seal.merkle.LeafDifferences.Difference;
import cn.suinian.settlement.seal.merkle.LeafDifferences.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MerkleRootTest {
    @Test
    void isTheTreeOfRfc6962ForEveryCount() {
        for (int count = 0; count < 300; count++) {
            assertThat(streamed(rows(count))).as("%d rows", count).isEqualTo(defined(rows(count)));
        }
    }

    @Test
    void isTheSameFromTheRootsOfChunks() {
        for (int count : new int[] {1, 7, 8, 9, 16, 17, 63, 64, 65, 100}) {
            MerkleRoot whole = new MerkleRoot();
            for (int from = 0; from < count; from += 8) {
                List<byte[]> chunk = rows(count).subList(from, Math.min(count, from + 8));
                if (chunk.size() == 8) {
                    whole.addSubtree(streamed(chunk), 3);
                } else {
                    whole.addLast(streamed(chunk), chunk.size());
                }
            }
            assertThat(whole.root()).as("%d rows", count).isEqualTo(streamed(rows(count)));
            assertThat(whole.leaves()).isEqualTo(count);
        }
    }

    @Test
    void noRowPassesForANode() {
        byte[] left = MerkleHash.leaf("a".getBytes(UTF_8));
        byte[] right = MerkleHash.leaf("b".getBytes(UTF_8));
        byte[] forged = new byte[64];
        System.arraycopy(left, 0, forged, 0, 32);
        System.arraycopy(right, 0, forged, 32, 32);
        assertThat(MerkleHash.leaf(forged)).isNotEqualTo(MerkleHash.node(left, right));
        assertThat(Hex.encode(MerkleHash.ofNothing()))
                .as("SM3 of nothing")
                .isEqualTo("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
    }

    @Test
    void aSubtreeStandsOnlyWhereItBelongs() {
        MerkleRoot root = new MerkleRoot();
        root.add(Sm3.digest());
        assertThatIllegalStateException().isThrownBy(() -> root.addSubtree(Sm3.digest(), 1));
        root.addLast(Sm3.digest(), 1);
        assertThatIllegalStateException().isThrownBy(() -> root.add(Sm3.digest()));
    }

    @Test
    void whatWasDoneToAListIsFoundWhereItWasDone() {
        long[] sealed = LongStream.range(0, 100).map(i -> i * 7919).toArray();
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            int at = random.nextInt(100);
            Kind kind = List.of(Kind.CHANGED, Kind.ADDED, Kind.MISSING).get(random.nextInt(3));
            assertThat(LeafDifferences.find(sealed, done(sealed, kind, at), 5))
                    .as("%s at %d", kind, at)
                    .containsExactly(new Difference(kind, at));
        }
        assertThat(LeafDifferences.find(sealed, sealed, 5)).isEmpty();
        assertThat(LeafDifferences.find(sealed, new long[0], 3)).hasSize(3).allMatch(d -> d.kind() == Kind.MISSING);
        assertThat(LeafDifferences.find(new long[0], sealed, 3)).hasSize(3).allMatch(d -> d.kind() == Kind.ADDED);
    }

    private static long[] done(long[] sealed, Kind kind, int at) {
        List<Long> now = new ArrayList<>(LongStream.of(sealed).boxed().toList());
        switch (kind) {
            case CHANGED -> now.set(at, -1L);
            case ADDED -> now.add(at, -1L);
            case MISSING -> now.remove(at);
        }
        return now.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<byte[]> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ("row " + i).getBytes(UTF_8))
                .toList();
    }

    private static byte[] streamed(List<byte[]> rows) {
        MerkleRoot root = new MerkleRoot();
        rows.forEach(row -> root.add(MerkleHash.leaf(row)));
        return root.root();
    }

    /** Section 2.1, word for word. */
    private static byte[] defined(List<byte[]> rows) {
        if (rows.isEmpty()) {
            return Sm3.digest();
        }
        if (rows.size() == 1) {
            return Sm3.digest(new byte[] {0}, rows.get(0));
        }
        int split = Integer.highestOneBit(rows.size() - 1);
        return Sm3.digest(new byte[] {1}, defined(rows.subList(0, split)), defined(rows.subList(split, rows.size())));
    }
}
