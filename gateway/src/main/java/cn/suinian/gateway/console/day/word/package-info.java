/**
 * What all pages about business days have in common: their addresses, and what states, payers and amounts are called.
 *
 * <p>A day that was never opened, and a request that is not there, have no page: the feature puts {@code NotThere}
 * around all its routes.
 *
 * <p>Imports page and route of the console; settlement's businessday.
 */
package cn.suinian.gateway.console.day.word;
