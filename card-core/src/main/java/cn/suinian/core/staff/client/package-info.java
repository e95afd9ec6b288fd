/**
 * Programs of others that act here: a bank's own counter software signs in as a client instead of a person.
 *
 * <p>A client has roles and a scope like staff, and its acts are in the audit trail under {@code client:} and its id,
 * which no account name can be. Its secret and its access tokens are random, so their SM3 is all that is kept; tokens
 * live half an hour and end with the client. A rotated secret stays good for a day beside the new one, so that nobody
 * has to change two systems at one instant.
 *
 * <p>Calls that change something carry an idempotency key. The key is written in the transaction of the act: so there
 * is never an act without its key, nor a key of an act that was not done, and nothing has to be cleared up after a
 * kill. Rejected: a row "under way" that is committed before the act (after a kill nobody knows what it means).
 *
 * <p>Imports audit, crypto, holder, postgres, refusal, settings and staff.
 */
package cn.suinian.core.staff.client;
