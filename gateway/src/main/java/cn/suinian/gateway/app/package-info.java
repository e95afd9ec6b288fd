/**
 * The program: its commands, its configuration and the wiring of a node.
 *
 * <p>{@link cn.suinian.gateway.app.Node} is the map of the house: a list of constructors in the order in which things
 * start, and the same list backwards when they stop. There is no container and no scanning; what is not in that list
 * does not run.
 *
 * <p>A node is stateless but for caches. Its roles only say which faces it shows: terminals, console, settlement. What
 * a node is told comes from the environment, typed and checked before anything starts; an unknown name stops it.
 *
 * <p>Imports everything.
 */
package cn.suinian.gateway.app;
