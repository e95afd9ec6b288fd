/**
 * What keeps an installation in order while it works: indexes of days that are cut, and values that are to be sealed
 * again under a newer key.
 *
 * <p>None of it decides anything, and nothing waits for it; whatever is killed in the middle is simply begun again. The
 * rules are core's, here is only when it is done and what is said of it.
 *
 * <p>Imports core.
 */
package cn.suinian.gateway.upkeep;
