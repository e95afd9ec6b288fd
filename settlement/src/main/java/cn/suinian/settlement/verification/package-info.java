/**
 * What must be true of business days, clearing and the journal at any time, as checks that {@code suinian verify} runs.
 *
 * <p>The sums are written here a second time, apart from those of {@code clearing}: a check that called the code it
 * checks would agree with it whatever it did.
 *
 * <p>Found by {@link java.util.ServiceLoader}; nobody calls it by name. Imports core's {@code verification} only.
 */
package cn.suinian.settlement.verification;
