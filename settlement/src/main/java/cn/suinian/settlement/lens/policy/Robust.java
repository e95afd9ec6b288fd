package cn.suinian.settlement.lens.policy;

import java.util.Arrays;

/**
 * Where most of some numbers are. Less than half of them may be anything and move neither far.
 *
 * @param median the middle one
 * @param spread the median absolute deviation from it, times 1.4826: of normally spread numbers the standard deviation
 */
public record Robust(double median, double spread) {

    /** 1 over the upper quartile of the standard normal distribution. */
    private static final double NORMAL = 1.4826;

    /** Of these; at least one. */
    public static Robust of(double[] numbers) {
        double median = median(numbers);
        double[] deviations =
                Arrays.stream(numbers).map(each -> Math.abs(each - median)).toArray();
        return new Robust(median, NORMAL * median(deviations));
    }

    private static double median(double[] numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("nothing has no middle");
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
