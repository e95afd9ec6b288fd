/**
 * Hostile requests over real HTTP. A number and a seed make a case, the same on every machine; whatever the case, the
 * node answers in time with an answer, a well-formed problem or a closed connection, and never with a fault of its own.
 *
 * <p>Most cases carry a right MAC over wrong content: what is not signed never gets past the first check.
 */
package cn.suinian.gateway.fuzz;
