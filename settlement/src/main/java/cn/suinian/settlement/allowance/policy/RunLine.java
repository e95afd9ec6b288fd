package cn.suinian.settlement.allowance.policy;

import cn.suinian.settlement.allowance.policy.Ordered.Kind;
import java.time.YearMonth;

/**
 * One line of a run: what a month of a person still needs.
 *
 * @param fen below zero: to be claimed back
 * @param fromAge of the tier; 0 for a claim
 * @param reason why: TIER, CHECK_LATE, RETURNED, KNOWN_LATE, AMOUNT_LOWER or the name of a {@link NotDue}
 */
public record RunLine(YearMonth month, Kind kind, long fen, int fromAge, String reason) {}
