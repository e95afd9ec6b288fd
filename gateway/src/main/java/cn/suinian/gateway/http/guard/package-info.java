/**
 * What stands between a port and whoever answers on it: heads that are none, bodies without end, requests that drip in,
 * connections that nobody needs, clients that ask too often. Each API has the same, so that none is the soft one.
 *
 * <p>Nothing here knows what is asked or by whom. Whatever strangers can make us keep is bounded: bytes of a head,
 * headers, bytes of a body, the memory of all large bodies together, seconds of a request, connections.
 *
 * <p>Measured and tried in the room of the terminals (docs/performance.md), which had it alone before there was a
 * second API. Rejected: a timer for each request (a sweep once a second is cheaper from a hundred connections on).
 *
 * <p>Imports {@code gateway.http}, and of core how an address counts.
 */
package cn.suinian.gateway.http.guard;
