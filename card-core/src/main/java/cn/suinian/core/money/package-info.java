/**
 * Money: whole fen, and who pays them.
 *
 * <p>No BigDecimal, no double, no currency: everything is yuan and everything is a {@code long} or {@code int} of fen
 * whose name ends in {@code Fen} or says so. A division of fen does not occur; if a rule ever needs one it must say
 * which way it rounds.
 *
 * <p>Imports holder, for the districts that pay.
 */
package cn.suinian.core.money;
