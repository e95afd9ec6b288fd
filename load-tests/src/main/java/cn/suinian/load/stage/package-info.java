/**
 * The stage that a demo or a replay plays on: a throw-away directory, a gateway running in it, its database.
 *
 * <p>{@link cn.suinian.load.stage.Stage} starts the real gateway as a child process, exactly as the launcher does, with
 * every port free to choose, and waits for {@code runtime.json}. Running it inside this process was rejected: it would
 * hide start-up, configuration and shutdown, and it would tie the load tests to the gateway's classes. Whatever happens
 * (an exception, Ctrl-C, a child that hangs) the child, its PostgreSQL and the directory are gone afterwards: a
 * PostgreSQL that outlives its gateway is found by its {@code postmaster.pid}.
 *
 * <p>{@link cn.suinian.load.stage.Crew} sends many queues at once, each in its own order, and shows how far it is.
 *
 * <p>May import {@code screen}. The JDBC connection it hands out is for reading what the gateway wrote.
 */
package cn.suinian.load.stage;
