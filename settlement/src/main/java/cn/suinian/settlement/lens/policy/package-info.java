/**
 * What looks wrong about a vendor's business day as a whole: pure, from counts that the room beside it reads.
 *
 * <p>Two questions. Were there taps when such a place is shut? And is a canteen's share of subsidised meals, or its
 * subsidy a head, far above that of the other canteens of its district on the same day? The second is asked with the
 * median and the median absolute deviation: one cheat among ten moves neither, while it would move a mean and widen a
 * standard deviation until it looked ordinary itself. The spread is widened by what chance does to a day of so few
 * meals, and never taken to be narrower than a floor, so that canteens which are all alike accuse none of their own.
 * Canteens are compared within a district because a district with many poor holders rightly costs more a head. The
 * district is the one that pays for most of a canteen's meals; vendors have no district of their own.
 *
 * <p>A busy canteen is not suspicious: nothing here grows with the number of meals but certainty. With fewer canteens
 * than a limit nothing is compared, for the median of three is one of the three.
 *
 * <p>Rejected: comparing with a canteen's own past (whoever always cheated looks ordinary), a learnt score (nobody
 * could explain it to a vendor), mean and standard deviation.
 *
 * <p>Imports risk's evidence and core's values.
 */
package cn.suinian.settlement.lens.policy;
