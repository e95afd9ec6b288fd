package cn.suinian.gateway.denylist;

import cn.suinian.core.crypto.KeyVault;
import cn.suinian.core.denylist.Denylist;
import cn.suinian.core.denylist.DenylistReader;
import cn.suinian.gateway.http.ProblemCode;
import cn.suinian.gateway.http.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The signed denylist of one node, for any of its event loops. */
public final class DenylistFeed {
    private static final Logger LOG = LoggerFactory.getLogger(DenylistFeed.class);
    private static final long KEPT_BYTES = 64L << 20;
    private static final int BYTES_AROUND = 500;

    /** What a list is known by; {@code since} is null for the whole list. */
    private record Name(@Nullable Long since, long version, int changes) {
        private int bytes() {
            return BYTES_AROUND + changes * DenylistJson.BYTES_PER_CARD;
        }

        private String etag() {
            return since == null ? "\"" + version + '"' : "\"" + since + '-' + version + '"';
        }
    }

    private final Vertx vertx;
    private final DenylistReader reader;
    private final KeyVault vault;
    private final Cache<Name, Future<SignedList>> written = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Name name, Future<SignedList> list) -> name.bytes())
            .executor(Runnable::run)
            .build();

    public DenylistFeed(Vertx vertx, SqlClient database, KeyVault vault) {
        this.vertx = vertx;
        this.reader = new DenylistReader(database);
        this.vault = vault;
    }

    /**
     * What changed after a version.
     *
     * @param since null for the whole list; refused when there is no such version yet
     */
    public Future<SignedList> since(@Nullable Long since) {
        return latest().compose(list -> {
            if (since != null && since > list.version()) {
                throw new Refused(
                        ProblemCode.FIELD_OUT_OF_RANGE,
                        "since",
                        "since is ahead of the latest version, " + list.version() + "; ask for the whole list");
            }
            Name name = new Name(since, list.version(), list.changesSince(since == null ? 0 : since));
            return written.get(name, unknown -> write(unknown, list));
        });
    }

    /** The number of the latest list. */
    public Future<Long> latestVersion() {
        return latest().map(Denylist::version);
    }

    private Future<Denylist> latest() {
        return reader.latest().recover(failure -> {
            LOG.warn("the denylist could not be read: {}", failure.toString());
            return Future.failedFuture(new Refused(
                    ProblemCode.NOT_READY, "the database does not answer; keep the list you have and ask again"));
        });
    }

    private Future<SignedList> write(Name name, Denylist list) {
        return vertx.executeBlocking(
                        () -> {
                            Buffer body = DenylistJson.of(list, name.since);
                            return new SignedList(name.version, name.etag(), body, vault.sign(body.getBytes()));
                        },
                        false)
                .onFailure(failure -> written.invalidate(name));
    }
}
