/**
 * A holder's page: who they are (masked), their cards, what they get today and why, what was tapped and changed; and
 * the two ways to see more than that, each with a reason.
 *
 * <p>What somebody gets is decided by the same pure functions that decide taps, on the same facts, so a counter and a
 * till cannot disagree. It is said for the person and not for the card: whoever lost the card asks what is theirs.
 *
 * <p>Taps come after the page, since the table has no index by holder and a page that waits for them would not be
 * there when the elder is. Without scripts there is a link in their place.
 *
 * <p>Personal data in full is the answer to a post: it is on no address, the browser keeps it nowhere, and looking
 * again asks for a reason again. Rejected: a photo inside the page (the policy of the console lets no page carry data
 * of its own, and an address for it could be asked for without a reason).
 *
 * <p>Imports holder.word, flags, today, form, page and route of the console; authorization, card, entitlement, holder
 * and reference of core.
 */
package cn.suinian.gateway.console.holder.page;
