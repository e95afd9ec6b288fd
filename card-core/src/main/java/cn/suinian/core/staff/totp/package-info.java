/**
 * The second factor: one-time codes of an authenticator on a phone, RFC 6238 with SHA-1, six digits, 30 seconds.
 *
 * <p>SHA-1 because that is all that common authenticator apps know; HMAC does not need its collision resistance. The
 * code before and the one after count too, for clocks that are off and people who type slowly. That a code counts
 * once is the caller's to see to: it keeps the time step of the last one.
 *
 * <p>Imports nothing of the house.
 */
package cn.suinian.core.staff.totp;
