/**
 * National cryptography (SM3, SM4) and the keys of cards, terminals and columns. With its parts the only room that
 * imports Bouncy Castle.
 *
 * <p>Everything here is a thin, thread-safe face on the <em>lightweight</em> API ({@code org.bouncycastle.crypto}).
 * The JCA road was rejected for the tap path: {@code Mac.getInstance} looks a provider up by name, a {@code Mac} is
 * re-keyed through a {@code Key} object and must be pooled. A terminal MAC over 300 bytes costs 2.9 microseconds from
 * prepared SM3 states and 4.3 from a key (measured on the same slow two-core machine). JCA reads and
 * writes the keystore file, nothing else.
 *
 * <p>The trap that shaped the code: no Bouncy Castle engine, digest or MAC may be shared between threads, even {@code
 * SM4Engine.processBlock} works in a scratch field. A digest may be copied by many threads as long as none changes it.
 *
 * <p>SM2 is in {@code sm2}, the file of keys in {@code keystore}; both handle bare keys, so
 * a house rule lets nobody else touch those.
 *
 * <p>The algorithms are those of GB/T 32905 (SM3), GB/T 32907 (SM4), RFC 4493 (CMAC) and RFC 8998 (SM4-GCM). The byte
 * layouts are terminal protocol v1; its test vectors were made with OpenSSL, so that two implementations agree.
 */
package cn.suinian.core.crypto;
