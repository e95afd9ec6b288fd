package cn.suinian.settlement.lens.policy;

/**
 * Numbers of which only three sums are known.
 *
 * @param count how many
 * @param sum of all
 * @param squares the sum of their squares
 */
public record Sample(long count, long sum, long squares) {

    public Sample {
        if (count < 0 || squares < 0) {
            throw new IllegalArgumentException("neither a count nor a square is below zero");
        }
    }

    /** That many ones among zeros. */
    public static Sample ofShare(long all, long ones) {
        return new Sample(all, ones, ones);
    }

    /** Their mean; 0 of none. */
    public double mean() {
        return count == 0 ? 0 : (double) sum / count;
    }

    /** How far chance alone moves that mean, squared: the variance of the numbers over how many there are. */
    public double varianceOfMean() {
        double mean = mean();
        return count == 0 ? 0 : Math.max(0, (double) squares / count - mean * mean) / count;
    }
}
