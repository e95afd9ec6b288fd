/**
 * The counter API (docs/counter-api.md): what banks with counter software of their own may ask, on a port of its own.
 *
 * <p>It has no rule of its own. Whatever is asked is done by the same objects that the console's pages use ({@link
 * cn.suinian.gateway.office.Offices}), with a program as the actor: same permissions, same scope, same checks, same
 * entries in the audit trail. A route is a record with its permission in it, as in the console, and the table is all
 * that can be reached; the matrix test reads it.
 *
 * <p>A role of its own, {@code COUNTER}, because an operator wants it where the banks' lines
 * end and the console somewhere else; and because a port that nobody needs should not be open.
 *
 * <p>Hard like the terminal API ({@code gateway.http.guard}): heads, bodies, seconds and connections are bounded, and a
 * stranger costs no more than a look-up. Calls wait for the database, so they run on eight workers with at most 64
 * inside; the event loop only reads and writes.
 *
 * <p>TLS ends in front, as for terminals, and so does mutual TLS where a bank wants it: a client certificate is one
 * more lock on the line, not who somebody is here. Rejected: certificate-bound tokens (RFC 8705), until a bank asks for
 * them. Rejected too: scopes in the token. What a client may do follows from its roles at the moment of the call.
 *
 * <p>Imports core, {@code gateway.office}, {@code gateway.http} with its parts, and of the console who a caller is.
 */
package cn.suinian.gateway.counter;
