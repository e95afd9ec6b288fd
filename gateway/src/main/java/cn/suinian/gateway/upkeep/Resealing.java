package cn.suinian.gateway.upkeep;

import cn.suinian.core.crypto.DataVault;
import cn.suinian.core.holder.sealed.Reseal;
import cn.suinian.core.postgres.Database;
import cn.suinian.core.postgres.Transactions;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals again, from the command line, what is sealed with an older version of the column key. */
public final class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    /** A batch is a transaction: a counter that wants one of its rows waits some ten milliseconds. */
    private static final int BATCH = 500;

    private static final int TOLD_EVERY = 50 * BATCH;

    private final Database database;
    private final DataVault vault;

    public Resealing(Database database, DataVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** How many values are sealed with an older version than the newest. */
    public long left() throws SQLException {
        try (Transactions transactions = Transactions.over(database, 1)) {
            return new Reseal(transactions, vault).left();
        }
    }

    /**
     * Seals all of them again; whoever is killed begins again, and goes on.
     *
     * @param by who asked for it, for the log
     * @return how many are left: those that a node sealed meanwhile that does not know the newest version yet
     */
    public long run(String by, Consumer<String> screen) throws SQLException {
        try (Transactions transactions = Transactions.over(database, 1)) {
            Reseal reseal = new Reseal(transactions, vault);
            long waiting = reseal.left();
            screen.accept(waiting + " values wait to be sealed with version " + vault.columnKeyVersion() + ".");
            long began = System.nanoTime();
            long[] told = new long[1];
            long resealed = reseal.run(BATCH, progress -> {
                if (progress.resealed() >= told[0] + TOLD_EVERY) {
                    told[0] = progress.resealed();
                    screen.accept(String.format(
                            Locale.ROOT,
                            "  %d of %d, at %s, %.0f a second",
                            progress.resealed(),
                            waiting,
                            progress.column(),
                            progress.resealed() / seconds(began)));
                }
            });
            long left = reseal.left();
            LOG.atInfo()
                    .addKeyValue("version", vault.columnKeyVersion())
                    .addKeyValue("resealed", resealed)
                    .addKeyValue("left", left)
                    .addKeyValue("by", by)
                    .log("audit: stored personal data sealed again");
            screen.accept(String.format(
                    Locale.ROOT,
                    "%d values were sealed again in %.1f s; %d are left.",
                    resealed,
                    seconds(began),
                    left));
            return left;
        }
    }

    private static double seconds(long began) {
        return Math.max(1, System.nanoTime() - began) / 1e9;
    }
}
