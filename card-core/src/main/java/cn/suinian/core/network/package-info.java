/**
 * Addresses of the Internet, as they are counted and written down.
 *
 * <p>Whoever counts what strangers do counts by address, and a stranger with IPv6 has 2^64 of them: so there is one
 * answer here to what counts as one. The same for what a proxy says: it is an address or it is nothing, and never a
 * name that somebody would have to be asked about.
 *
 * <p>Rejected: {@code InetAddress.getByName} on what came from outside, which asks the name server of the house for
 * whatever a header says.
 *
 * <p>Pure; imports nothing of ours.
 */
package cn.suinian.core.network;
