/**
 * National cryptography (SM3, SM4) and the keys of cards and terminals. The only package that imports Bouncy Castle.
 *
 * <p>Everything here is a thin, thread-safe face on the <em>lightweight</em> API ({@code org.bouncycastle.crypto}).
 * The JCA road was rejected for the tap path: {@code Mac.getInstance} looks a provider up by name, a {@code Mac} is
 * re-keyed through a {@code Key} object and must be pooled. A terminal MAC over 300 bytes costs 2.9 microseconds from
 * prepared SM3 states and 4.3 from a key (measured on the same slow two-core machine). JCA is used in one place,
 * {@link cn.suinian.core.crypto.KeystoreVault}'s file, with a private provider instance: the provider list of the
 * process is never touched.
 *
 * <p>Traps that shaped the code:
 *
 * <ul>
 *   <li>No Bouncy Castle engine, digest or MAC may be shared between threads: even {@code SM4Engine.processBlock} works
 *       in a scratch field. A digest may be copied by many threads as long as none changes it.
 *   <li>A BCFKS file knows no SM4 keys, guards each entry with another 51,200 rounds of PBKDF2, and calls scrypt with r
 *       in the place of p: see {@code KeystoreEntry} and {@code KeystoreFile}.
 *   <li>SM2 signs the denylist, and the day when it is sealed. Pinned: the form (r and s as 64 plain bytes, which hardware
 *       wants; DER is Bouncy Castle's default), the signer id ("1234567812345678"), private keys from 1 to n-2 (the plain
 *       EC generator goes to n-1). To be pinned when something is encrypted: the order C1C3C2 (Bouncy Castle still
 *       defaults to C1C2C3). Never SM2 per tap: too slow.
 * </ul>
 *
 * <p>The algorithms are those of GB/T 32905 (SM3), GB/T 32907 (SM4), GB/T 32918 (SM2), RFC 4493 (CMAC) and RFC 8998 (SM4-GCM). The byte
 * layouts are terminal protocol v1; its test vectors were made with OpenSSL, so that two implementations agree.
 */
package cn.suinian.core.crypto;
