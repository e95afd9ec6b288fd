/**
 * The threads that everything in a node runs on, and the system interface by which they talk to clients and to
 * PostgreSQL. How many there are and which interface they use was measured; docs/performance.md has the figures.
 *
 * <p>Imports Vert.x and nothing of this house.
 */
package cn.suinian.gateway.network;
