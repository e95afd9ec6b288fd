/**
 * The seal of a day for staff, and what the public is told of it.
 *
 * <p>The seal's page shows everything that is signed, and how anybody who has the database, or only the published
 * document, checks it without us. The published pages are for the whole world: no session, no cookie, in the language
 * of their address, kept by browsers for an hour. They hold one document each that never changes, so this node keeps
 * the latest ones in memory, and each address may ask some times a second.
 *
 * <p>Rejected: publishing beside the console, on a port of its own. A city puts one proxy in front of this address and
 * lets {@code /published/} through.
 *
 * <p>Imports word, page and route of the console; settlement's seal.
 */
package cn.suinian.gateway.console.day.seal;
