package cn.suinian.load.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The same figure of several rounds: the middle one, and how far the others lie apart. */
record Range(double least, double median, double most) {

    static <T> Range of(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Range(sorted[0], median, sorted[sorted.length - 1]);
    }
}
