package cn.suinian.settlement.clearing;

import cn.suinian.core.money.Payer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one payer was charged for one business day.
 *
 * @param payer empty: taps that nobody subsidises
 * @param taps approved ones, with those that were taken back later
 * @param fen the three subsidies together, with what reversals took back taken off
 */
public record PayerDay(LocalDate day, Optional<Payer> payer, long taps, long fen) {}
