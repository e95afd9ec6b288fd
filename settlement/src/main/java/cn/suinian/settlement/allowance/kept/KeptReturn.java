package cn.suinian.settlement.allowance.kept;

import cn.suinian.core.holder.District;
import java.time.YearMonth;

/**
 * What a run paid and the bank returned with one code, as far as the accounts are not paid to again for it.
 *
 * @param runNo the run that paid
 * @param month of that run
 * @param code why, by the bank's own code; may be empty
 * @param people who are left out for it now
 * @param fen what waits for them: by the last list that left them out, or what came back where none did yet
 */
public record KeptReturn(long runNo, YearMonth month, District district, String code, long people, long fen) {}
