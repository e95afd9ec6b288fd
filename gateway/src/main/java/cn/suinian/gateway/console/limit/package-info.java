/**
 * The pages of limits: what reconciliation, payouts and the look before payment judge by, a change of it, and what a
 * second person says of that. Each of the three parts of the console has its own page at {@code limits} under its own
 * address, with its own permissions; they are one page, since a limit is asked for, signed and kept everywhere alike.
 *
 * <p>Values are shown and typed in what people count in: yuan, minutes of the day, yes or no. The page says what holds,
 * what will hold, what waits, and below it every value there ever was, because whoever asks why a break of last month
 * was let go wants the tolerance of last month.
 *
 * <p>Rejected: one page of settings for the whole console (whoever reconciles would have to find three values among
 * forty of others).
 *
 * <p>Imports page, form, route, approval, the words of reconciliation, flags and the lens; settlement's limit.
 */
package cn.suinian.gateway.console.limit;
