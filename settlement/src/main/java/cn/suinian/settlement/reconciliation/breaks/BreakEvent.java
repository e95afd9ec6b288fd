package cn.suinian.settlement.reconciliation.breaks;

import cn.suinian.settlement.reconciliation.policy.BreakKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One step of a break's timeline.
 *
 * @param version of the break that it made
 * @param act OPENED, CHANGED, AGED, HEALED, REOPENED, RESOLVED_BY_RULE, or an act of staff
 * @param status of the break afterwards
 * @param staffId empty: a run or a rule did it
 * @param request the second signature that it belongs to
 */
public record BreakEvent(
        int version,
        Instant at,
        String act,
        BreakKind kind,
        BreakStatus status,
        long oursFen,
        long theirsFen,
        OptionalLong staffId,
        String actor,
        Optional<String> reason,
        OptionalLong request,
        OptionalLong attachment) {}
