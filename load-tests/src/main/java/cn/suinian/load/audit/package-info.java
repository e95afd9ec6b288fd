/**
 * Whether the answers and the books of a run hold, by arithmetic of its own.
 *
 * <p>Three sources are held against each other: what each terminal was answered ({@link
 * cn.suinian.load.audit.Observed}), what the tap table says ({@link cn.suinian.load.audit.Books}, read with SQL written
 * here) and what the close printed. Each {@link cn.suinian.load.audit.Invariant} is a sentence and the list of what
 * breaks it; an empty list is "ok". The checks are plain functions over records, so that a test can falsify one row and
 * see the right sentence break; only {@link cn.suinian.load.audit.Books} touches SQL.
 *
 * <p>May import {@code frame}, {@code city}, {@code reference}, {@code plan}, {@code terminal} and {@code stage}.
 */
package cn.suinian.load.audit;
