/**
 * The gate that every call of counter software passes: whose token is it, may that client do this, does it ask too
 * often, was the same call made before; and the one place where refusals and failures become HTTP.
 *
 * <p>A token is looked up at every call, so that a client who is disabled is out at once on every node. What strangers
 * cost is bounded: a text that cannot be a token costs no query, and an address that keeps failing is turned away, but
 * nobody whose token or secret was good here before is turned away with it.
 *
 * <p>A call that changes something carries an idempotency key and runs inside {@link
 * cn.suinian.core.staff.client.IdempotentCalls}, so its answer and its act are committed together. What was refused
 * leaves no key behind; an answer with status 409 that says that somebody is registered already is an answer and is
 * kept, because the look-up it tells of is in the audit trail.
 *
 * <p>Refusals of the core are mapped by an exhaustive switch for each of its enums: a new reason that nobody thought of
 * does not compile.
 *
 * <p>Imports core, {@code gateway.counter.body}, {@code gateway.http} with its parts, and of the console who a caller
 * is.
 */
package cn.suinian.gateway.counter.gate;
