package cn.suinian.settlement.seal.publication.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.suinian.settlement.seal.publication.policy.Figures.Sum;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final Suppression TEN = new Suppression(10);

    /** A square table with totals of rows, columns and all: cell (r, c) is r * n + c. */
    private static Figures table(long[][] holders) {
        int rows = holders.length;
        int columns = holders[0].length;
        List<Long> figures = new ArrayList<>();
        for (long[] row : holders) {
            for (long cell : row) {
                figures.add(cell);
            }
        }
        List<Sum> sums = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            int row = r;
            sums.add(sum(figures, IntStream.range(0, columns).map(c -> row * columns + c)));
        }
        for (int c = 0; c < columns; c++) {
            int column = c;
            sums.add(sum(figures, IntStream.range(0, rows).map(r -> r * columns + column)));
        }
        sums.add(sum(figures, IntStream.range(0, rows * columns)));
        return new Figures(figures, figures, sums);
    }

    private static Sum sum(List<Long> figures, IntStream parts) {
        List<Integer> of = parts.boxed().toList();
        figures.add(of.stream().mapToLong(figures::get).sum());
        return new Sum(figures.size() - 1, of);
    }

    @Test
    void aSmallFigureIsHiddenWithOthersAndATableWithoutOneIsToldWhole() {
        BitSet hidden = TEN.hide(table(new long[][] {{3, 40, 50}, {60, 70, 80}, {90, 100, 110}}));
        assertThat(hidden.get(0)).isTrue();
        assertThat(hidden.cardinality()).as("a square of four hides one").isEqualTo(4);
        assertThat(TEN.hide(table(new long[][] {{10, 0}, {0, 11}})).isEmpty()).isTrue();
    }

    /** Each row and column has two hidden figures, and yet (1, 2) is the one bridge between two squares. */
    @Test
    void twoHiddenFiguresInEveryRowAreNotEnoughAndThatIsSeen() {
        Figures figures = table(new long[5][5]);
        BitSet hidden = new BitSet();
        for (int[] cell : new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 2}, {2, 3}, {3, 2}, {3, 3}}) {
            hidden.set(cell[0] * 5 + cell[1]);
        }
        assertThat(Inference.fixed(figures, hidden)).isEqualTo(BitSet.valueOf(new long[] {1L << 7}));
    }

    @Test
    void twoPeopleInTwoFiguresAreNotFoundByWhatBothAreTogether() {
        BitSet hidden = TEN.hide(table(new long[][] {{1, 1, 50, 60}, {70, 80, 90, 95}}));
        assertThat(hidden.get(2) || hidden.get(8))
                .as("a larger figure of their row, or its total, is hidden with them")
                .isTrue();
    }

    /** Subsidised and not: what both were paid is what the one was paid. */
    @Test
    void aFigureThatIsKnownToBeNothingHidesNobody() {
        List<Long> holders = List.of(1L, 40L, 50L, 91L);
        List<Sum> sums = List.of(new Sum(3, List.of(0, 1, 2)));
        assertThat(TEN.hide(new Figures(holders, holders, sums))).isEqualTo(BitSet.valueOf(new long[] {0b011}));
        assertThat(TEN.hide(new Figures(holders, holders, sums, Set.of(1))))
                .isEqualTo(BitSet.valueOf(new long[] {0b111}));
    }

    @Test
    void whateverTheTableNoHiddenFigureFollowsFromWhatIsTold() {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            long[][] holders = new long[1 + random.nextInt(6)][1 + random.nextInt(6)];
            for (long[] row : holders) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(400);
                }
            }
            Figures figures = table(holders);
            BitSet hidden = TEN.hide(figures);
            for (int i = 0; i < figures.holders().size(); i++) {
                boolean small =
                        figures.holders().get(i) > 0 && figures.holders().get(i) < 10;
                assertThat(small && !hidden.get(i))
                        .as("round %d, figure %d", round, i)
                        .isFalse();
                assertThat(small && isGivenAway(figures, hidden))
                        .as("round %d, a group of small figures", round)
                        .isFalse();
                assertThat(hidden.get(i) && isFixed(figures, hidden, i))
                        .as("round %d, figure %d", round, i)
                        .isFalse();
            }
        }
    }

    /** In one line at least: a total that is told less its figures that are told is of small ones alone. */
    private static boolean isGivenAway(Figures figures, BitSet hidden) {
        return figures.sums().stream()
                .filter(sum -> !hidden.get(sum.total()))
                .map(sum -> sum.parts().stream().filter(hidden::get).toList())
                .anyMatch(left -> !left.isEmpty()
                        && left.stream()
                                .allMatch(i -> figures.holders().get(i) > 0
                                        && figures.holders().get(i) < 10));
    }

    /**
     * Another way to tell: a figure is fixed unless some change of the hidden figures keeps every sum and changes it.
     * Looked for with floating numbers, by projecting the figure on what the sums leave free.
     */
    private static boolean isFixed(Figures figures, BitSet hidden, int figure) {
        List<Integer> unknowns = hidden.stream().boxed().toList();
        List<double[]> basis = new ArrayList<>();
        for (Sum sum : figures.sums()) {
            double[] row = new double[unknowns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = unknowns.get(i) == sum.total() ? 1 : sum.parts().contains(unknowns.get(i)) ? -1 : 0;
            }
            double length = Math.sqrt(dot(orthogonal(row, basis), row));
            if (length > 1e-9) {
                basis.add(IntStream.range(0, row.length)
                        .mapToDouble(i -> row[i] / length)
                        .toArray());
            }
        }
        double[] unit = new double[unknowns.size()];
        unit[unknowns.indexOf(figure)] = 1;
        orthogonal(unit, basis);
        return dot(unit, unit) < 1e-9;
    }

    /** In place. */
    private static double[] orthogonal(double[] row, List<double[]> basis) {
        for (double[] each : basis) {
            double along = dot(row, each);
            for (int i = 0; i < row.length; i++) {
                row[i] -= along * each[i];
            }
        }
        return row;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
