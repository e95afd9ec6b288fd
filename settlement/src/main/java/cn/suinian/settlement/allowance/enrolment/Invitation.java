package cn.suinian.settlement.allowance.enrolment;

import java.time.YearMonth;
import java.util.Optional;

/**
 * Somebody who was invited to apply.
 *
 * @param month in which they turn seventy
 * @param sent whether the message went out
 * @param agreed what they replied; empty: nothing yet
 */
public record Invitation(long messageNo, long holderId, YearMonth month, boolean sent, Optional<Boolean> agreed) {}
