/**
 * What counter software may ask for, a class for each kind of thing: tokens, holders, cards and stock. A call reads
 * what was given, has the core do it, and writes down what came of it; it has no rule of its own.
 *
 * <p>Personal data is only ever in bodies. What is looked for is posted, a card is named by its serial, a holder by our
 * number; so no address, and no log of a proxy, has anything of a person in it.
 *
 * <p>Undoing a death is not here: it wants two people, and a program is none. Files of communities, stock movements and
 * the orders of the card bureau stay in the console too.
 *
 * <p>Imports core, {@code gateway.office}, {@code gateway.http} with its parts, and the other rooms of the counter.
 */
package cn.suinian.gateway.counter.call;
