package cn.suinian.settlement.businessday;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where settlement stands.
 *
 * @param day the first day that is not cut: taps of this day and of earlier ones settle in it
 * @param lastCleared what the latest cleared day came to
 */
public record OpenDay(LocalDate day, Optional<DayReport> lastCleared) {}
