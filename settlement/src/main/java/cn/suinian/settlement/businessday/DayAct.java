package cn.suinian.settlement.businessday;

import cn.suinian.settlement.businessday.BusinessDay.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One step that a business day made.
 *
 * @param actNo in the order in which they were made
 * @param from empty: the day was opened
 * @param by which node and process, or the name that a member of staff signs in with
 * @param staff the number of that member of staff
 * @param reason why, where somebody had to say so; else empty
 * @param request the second signature, where one was needed
 * @param askedAs who asked for it, by the name they sign in with; {@code by} gave the second signature
 */
public record DayAct(
        long actNo,
        LocalDate day,
        Optional<State> from,
        State to,
        Instant at,
        String by,
        OptionalLong staff,
        String reason,
        OptionalLong request,
        Optional<String> askedAs) {}
