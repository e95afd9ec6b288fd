package cn.suinian.settlement.lens.look;

import java.time.LocalDate;

/**
 * What a look at a day came to.
 *
 * @param findings how many are new
 * @param holds how many the house placed
 */
public record LensRound(LocalDate day, int findings, int holds) {}
