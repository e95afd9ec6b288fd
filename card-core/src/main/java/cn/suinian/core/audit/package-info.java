/**
 * The audit trail: who did what, when, from where, to whom, with what before and after, and why.
 *
 * <p>An entry is written in the transaction of the act itself, so neither can be without the other. Entries are
 * numbered without gaps and chained: each holds the SM3 of its content and of the one before, so whoever edits or
 * removes one, even with the rights of the database's owner, breaks the chain at that place and {@code verify}
 * names it. The head of the chain is one row that is locked until the commit; so {@link
 * cn.suinian.core.audit.AuditLog#append} comes last in a transaction.
 *
 * <p>Before and after are masked by whoever writes them; this room cannot know what is personal.
 *
 * <p>Rejected: a chain for each subject (the end of one can be cut off unseen), a trigger on every table (it knows
 * neither the person nor the reason).
 *
 * <p>{@link cn.suinian.core.audit.AuditChain} recomputes the chain. The application's database role may add entries and
 * move the head by one to an entry that is there, nothing else: it could add a lie at the end, never change or remove
 * what stands. Whoever owns the database can rewrite everything from some entry on, with new hashes; against that the
 * number and hash of the newest entry have to be kept elsewhere now and then.
 *
 * <p>Imports crypto, postgres, refusal and staff.
 */
package cn.suinian.core.audit;
