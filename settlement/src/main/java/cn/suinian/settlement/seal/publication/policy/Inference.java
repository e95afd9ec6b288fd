package cn.suinian.settlement.seal.publication.policy;

import cn.suinian.settlement.seal.publication.policy.Figures.Sum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a table some of whose figures are hidden: a hidden figure is fixed when the equations that are left
 * have one value for it. Gauss and Jordan over whole numbers, without fractions, so that nothing is rounded.
 */
public final class Inference {
    private Inference() {}

    /** The hidden figures that anybody can compute. */
    public static BitSet fixed(Figures figures, BitSet hidden) {
        List<Integer> unknowns = hidden.stream().boxed().toList();
        Map<Integer, Integer> column = new HashMap<>();
        for (int i = 0; i < unknowns.size(); i++) {
            column.put(unknowns.get(i), i);
        }
        List<BigInteger[]> rows = equations(figures, column, unknowns.size());
        BitSet fixed = new BitSet();
        List<Integer> pivots = reduce(rows, unknowns.size());
        for (int row = 0; row < pivots.size(); row++) {
            if (isAlone(rows.get(row))) {
                fixed.set(unknowns.get(pivots.get(row)));
            }
        }
        return fixed;
    }

    /**
     * The small ones among hidden figures of which anybody can compute something that is of small ones alone: one of
     * them, their sum, or any other combination. Each total that is told is an equation of the hidden figures in it;
     * the larger are eliminated first, and what is left then has none of them.
     *
     * @param known hidden figures whose value needs no telling
     */
    public static BitSet exposed(Figures figures, BitSet hidden, BitSet small, Set<Integer> known) {
        Map<Integer, Set<Integer>> totals = figures.cellsOfTotals();
        List<Integer> unknowns = hidden.stream()
                .filter(i -> !totals.containsKey(i) && !known.contains(i))
                .boxed()
                .sorted(Comparator.comparing(small::get))
                .toList();
        List<BigInteger[]> rows = new ArrayList<>();
        totals.forEach((total, cells) -> {
            if (!hidden.get(total)) {
                rows.add(unknowns.stream()
                        .map(i -> cells.contains(i) ? BigInteger.ONE : BigInteger.ZERO)
                        .toArray(BigInteger[]::new));
            }
        });
        BitSet exposed = new BitSet();
        List<Integer> pivots = reduce(rows, unknowns.size());
        for (int row = 0; row < pivots.size(); row++) {
            if (small.get(unknowns.get(pivots.get(row)))) {
                for (int i = 0; i < unknowns.size(); i++) {
                    exposed.set(unknowns.get(i), exposed.get(unknowns.get(i)) || rows.get(row)[i].signum() != 0);
                }
            }
        }
        return exposed;
    }

    /** Gauss and Jordan in place; the unknown of each row that is left, in order. */
    private static List<Integer> reduce(List<BigInteger[]> rows, int unknowns) {
        List<Integer> pivots = new ArrayList<>();
        for (int unknown = 0; unknown < unknowns && pivots.size() < rows.size(); unknown++) {
            if (eliminate(rows, pivots.size(), unknown)) {
                pivots.add(unknown);
            }
        }
        return pivots;
    }

    private static List<BigInteger[]> equations(Figures figures, Map<Integer, Integer> column, int unknowns) {
        List<BigInteger[]> rows = new ArrayList<>();
        for (Sum sum : figures.sums()) {
            BigInteger[] row = new BigInteger[unknowns];
            Arrays.fill(row, BigInteger.ZERO);
            put(row, column.get(sum.total()), BigInteger.ONE);
            for (int part : sum.parts()) {
                put(row, column.get(part), BigInteger.ONE.negate());
            }
            rows.add(row);
        }
        return rows;
    }

    private static void put(BigInteger[] row, @Nullable Integer column, BigInteger value) {
        if (column != null) {
            row[column] = value;
        }
    }

    /** Leaves this unknown in the one row, if it is in any from there on. */
    private static boolean eliminate(List<BigInteger[]> rows, int next, int unknown) {
        int found = next;
        while (found < rows.size() && rows.get(found)[unknown].signum() == 0) {
            found++;
        }
        if (found == rows.size()) {
            return false;
        }
        BigInteger[] pivot = rows.get(found);
        rows.set(found, rows.get(next));
        rows.set(next, pivot);
        for (int other = 0; other < rows.size(); other++) {
            if (other != next && rows.get(other)[unknown].signum() != 0) {
                subtract(rows.get(other), pivot, unknown);
            }
        }
        return true;
    }

    private static void subtract(BigInteger[] row, BigInteger[] pivot, int unknown) {
        BigInteger mine = row[unknown];
        BigInteger its = pivot[unknown];
        BigInteger common = BigInteger.ZERO;
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i].multiply(its).subtract(pivot[i].multiply(mine));
            common = common.gcd(row[i]);
        }
        if (common.compareTo(BigInteger.ONE) > 0) {
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i].divide(common);
            }
        }
    }

    private static boolean isAlone(BigInteger[] row) {
        int unknowns = 0;
        for (BigInteger each : row) {
            unknowns += each.signum() == 0 ? 0 : 1;
        }
        return unknowns == 1;
    }
}
