package cn.suinian.gateway.console.flags;

import cn.suinian.core.authorization.decision.TapKey;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.risk.policy.FlagKind;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the pages of one tap and of one holder say of the flags on them. */
public final class TapFlags {

    private static final Logger LOG = LoggerFactory.getLogger(TapFlags.class);

    private final FlagStore store;

    public TapFlags(SqlClient database) {
        this.store = new FlagStore(database);
    }

    /** A flag in words. */
    public static final class OnTap {
        private final StoredFlag flag;

        OnTap(StoredFlag flag) {
            this.flag = flag;
        }

        /** What the kind is called. */
        public String title(Language language) {
            return EvidenceText.title(flag.kind(), language);
        }

        /** What a clerk can check. */
        public String line(Language language) {
            return EvidenceText.line(flag, language);
        }

        /** Where it stands among the flags of its kind and day. */
        public String path() {
            FlagKind known = Arrays.stream(FlagKind.values())
                    .filter(kind -> kind.name().equals(flag.kind()))
                    .findFirst()
                    .orElse(null);
            return new FlagFilter(known, flag.day(), Long.MAX_VALUE).path();
        }
    }

    /** The flags of a tap, also those that compare a later tap with it; empty when they cannot be read. */
    public Future<Optional<List<OnTap>>> find(TapKey tap) {
        return told(store.listOf(tap));
    }

    /** The newest flags on the taps of a holder; empty when they cannot be read. */
    public Future<Optional<List<OnTap>>> ofHolder(long holderId) {
        return told(store.listOf(holderId));
    }

    private static Future<Optional<List<OnTap>>> told(Future<List<StoredFlag>> found) {
        return found.map(flags -> Optional.of(flags.stream().map(OnTap::new).toList()))
                .recover(failure -> {
                    LOG.warn("the flags of a tap could not be read: {}", failure.getMessage());
                    return Future.succeededFuture(Optional.empty());
                });
    }
}
