/**
 * What every HTTP face shares: how a request fails.
 *
 * <p>Each failure is one {@link cn.suinian.gateway.http.ProblemCode}, numbered once for ever, and is written in one
 * place as problem+json. Handlers throw or return {@link cn.suinian.gateway.http.Refused}; nobody else chooses a
 * status. A detail says what was expected and never repeats what was sent, so that no card number or name comes back in
 * an error or ends up in somebody's log.
 *
 * <p>Imports nothing of the other rooms.
 */
package cn.suinian.gateway.http;
