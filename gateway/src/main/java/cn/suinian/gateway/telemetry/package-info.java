/**
 * What operators see: health, metrics and logs.
 *
 * <p>Health and metrics have a port of their own, so that they can stay inside while the terminal API faces outside.
 * Live means the process answers; ready means it takes work and its database answers. Metrics are Micrometer's with the
 * Prometheus registry; no label ever holds a card, a person or a terminal, because labels are kept for ever and their
 * number must stay small.
 *
 * <p>Logs are JSON lines. A tap is one line at debug without its card; nothing personal is logged at any level.
 *
 * <p>Imports nothing of the other rooms, and the database's address of core.
 */
package cn.suinian.gateway.telemetry;
