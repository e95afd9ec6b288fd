/**
 * What is known of a holder as a person: name, phone, bank account, photo. Each has one spelling, one rule of what is
 * right, and one mask.
 *
 * <p>Everybody masks in the same way, because two different masks of one number together give more of it away than
 * either. Names keep their first character, phones three and four digits, accounts the last four; what a holder is
 * asked at a counter can be compared, what a passer-by reads is of no use.
 *
 * <p>Names are kept as the document has them and compared without spaces, dots and case (NFKC). A name found in
 * another spelling than typed was rejected: it would want the names in clear.
 *
 * <p>A photo is what its first bytes say, whatever it is called, and only what the JDK decodes within bounds that are
 * read before a pixel is. Metadata is not read: compressed text in a PNG is the usual bomb.
 *
 * <p>Imports refusal.
 */
package cn.suinian.core.holder.person;
