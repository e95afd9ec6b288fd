/**
 * Passwords of staff: which are accepted, how they are stored, and the first one that somebody is handed.
 *
 * <p>Length counts, not a mixture of kinds: 12 to 128 characters after NFKC, so that a password typed with full-width
 * letters of a Chinese keyboard is the same one. Refused is what guessing programs try first: common words with digits
 * around them (also spelt as {@code p@ssw0rd}), the account's own name, keys in a row, one character over and over,
 * digits alone (a phone or document number). NIST SP 800-63B, 5.1.1.2 asks for a list of leaked passwords; of those
 * with 12 characters and more nearly all are such combinations, so a list of words and a rule stand for millions of
 * lines. Asking a server on the internet was rejected: counters may have none.
 *
 * <p>Imports crypto, refusal and settings.
 */
package cn.suinian.core.staff.password;
