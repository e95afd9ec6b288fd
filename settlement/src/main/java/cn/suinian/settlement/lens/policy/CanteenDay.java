package cn.suinian.settlement.lens.policy;

import cn.suinian.core.holder.District;

/**
 * What a canteen served on a business day; what was taken back is not in it.
 *
 * @param district the one that pays for most of its meals
 * @param share of meals: 1 subsidised, 0 not
 * @param perHead of people who ate: the subsidy of each, in fen
 */
public record CanteenDay(int vendorId, District district, Sample share, Sample perHead) {}
