/**
 * What must be true of business days, clearing and the journal at any time, as checks that {@code suinian verify} runs.
 *
 * <p>The sums are written here a second time, apart from those of {@code clearing}: a check that called the code it
 * checks would agree with it whatever it did.
 *
 * <p>Found by {@link java.util.ServiceLoader}; only the look into sealed files, which wants the keystore, is called by
 * name. Imports core's {@code verification}, and for those files its crypto and the reader of {@code payout.iso20022}.
 */
package cn.suinian.settlement.verification;
