/**
 * SM2 signatures (GB/T 32918.2, GM/T 0003.2) on the curve of GB/T 32918.5: they go with the denylist, and with the day
 * when it is sealed. Never with a tap: too slow.
 *
 * <p>Pinned, because two implementations agree on none of it by themselves:
 *
 * <ul>
 *   <li>the form: r and s as 64 plain bytes, which hardware wants; DER is the default of Bouncy Castle and OpenSSL;
 *   <li>the signer id: "1234567812345678" where none was agreed, and its digest goes in with the public key;
 *   <li>private keys: from 1 to n-2; the plain EC generator of Bouncy Castle goes to n-1.
 * </ul>
 *
 * <p>To be pinned when something is encrypted: the order C1C3C2 (Bouncy Castle still defaults to C1C2C3).
 *
 * <p>Imports nothing but Bouncy Castle.
 */
package cn.suinian.core.crypto.sm2;
