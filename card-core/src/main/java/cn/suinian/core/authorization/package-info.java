/**
 * Authorisation: from a proven tap to a durable answer. Load, decide, post.
 *
 * <p>A holder has one lane in a process, a lane has one thread and one connection, so within a process no two taps of
 * a person race. Between processes, and against counters and clerks, the account's version is compared in the posting
 * statement itself: whoever lost reads again and decides again. Batches form by themselves while the one before is with
 * the database ({@link cn.suinian.core.authorization.Lane}); one statement and one flush make a whole batch true
 * ({@link cn.suinian.core.authorization.Posting}).
 *
 * <p>What was tried and rejected: one transaction per tap (about 6,000 durable taps a second where the group commit
 * reached about 38,000 on two cores); a timer that waits for a batch to fill (adds its delay to every lone tap);
 * SELECT FOR UPDATE (holds row locks over a round trip); a sequence number from the database as tap id (the key of the
 * tap already is one).
 *
 * <p>The lane talks to its ledger and its thread through two small faces, {@code TapLedger} and {@code Track}, so that
 * a simulator can run the very same code against a model with virtual time.
 *
 * <p>Imports every other room of core but settings' users; only {@code decision} below is pure.
 */
package cn.suinian.core.authorization;
