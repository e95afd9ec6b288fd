/**
 * What the rules mean for one person at one moment: named pure functions, one for each question a clerk would ask. Who
 * is this rule for, which of several rules gives most, what stops a lunch today, which entry belongs to this exit.
 *
 * <p>No clock, no SQL, no framework: the moment and the facts are arguments, so every function can be tested with a
 * table and replayed over past taps.
 *
 * <p>A district's own rules stand instead of the city's, they are not added to them (city notice of 2025-01-20:
 * districts may set their own rates). Among several rules that fit a person, the one that pays most wins; nothing
 * stacks.
 *
 * <p>Imports account, holder and entitlement.
 */
package cn.suinian.core.entitlement.policy;
