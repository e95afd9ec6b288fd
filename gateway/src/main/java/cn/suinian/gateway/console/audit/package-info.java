/**
 * The audit trail for those who check on everybody else: search, one entry with what was before and after, an export,
 * and the state of the chain.
 *
 * <p>Acts are named in the reader's language where the console knows them, and by their code where it does not: an
 * entry of a newer version is never left out because a page has no word for it. Serials of cards are masked;
 * "everything about this" goes by the number of an entry, so the serial need not stand in an address either.
 *
 * <p>Values stand in words with the code beside them, and so does the CSV, whose columns of codes are for programs and
 * whose time is Shenzhen's. A code is known by what it is recorded under, since anybody may have written "LOST".
 *
 * <p>What is searched for goes into the address when it is codes and numbers of ours. The text of a reason may be
 * anything, a name too: it travels in the body, and so do the next page and the export of such a search.
 *
 * <p>Looking at the chain is itself an entry; so "when was it last looked at" is read from the trail and from nowhere
 * else. The newest number and hash are to be noted down outside: whoever owns the database could write a new trail.
 *
 * <p>Rejected: an index for the text of reasons. Auditors ask a few times a week, with dates; the pages stay keyset.
 *
 * <p>Imports form, holder.word, page and route; audit, holder and staff of core.
 */
package cn.suinian.gateway.console.audit;
