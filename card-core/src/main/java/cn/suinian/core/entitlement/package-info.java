/**
 * What the city gives, as data: effective-dated {@link cn.suinian.core.entitlement.BenefitRule rules} and the calendar
 * they lean on. The city adds a benefit or changes a cap with a row and a date, not with a release.
 *
 * <p>This room only says what the rules are; {@code entitlement.policy} says what they mean for a person and a moment.
 * Rules stay in the book after they end, because a late tap is judged by the rule of its own day and a stored answer
 * names the rule that made it.
 *
 * <p>Rejected: a rule language or scripts in the database. The city's rules differ in numbers, groups and windows, not
 * in shape; named functions over typed columns can be read aloud at a counter.
 *
 * <p>Imports holder and terminal.
 */
package cn.suinian.core.entitlement;
