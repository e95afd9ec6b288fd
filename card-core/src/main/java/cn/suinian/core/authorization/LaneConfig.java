package cn.suinian.core.authorization;

import cn.suinian.core.settings.Settings;

/**
 * How taps queue for the database.
 *
 * @param lanes writers in this process; a holder always has the same one
 * @param queueCapacity taps that may wait in one lane; one more is refused with 503
 * @param batchCap most taps in one commit
 * @param deadlineMillis a tap not answered by then is refused with 503
 * @param attempts how often a tap is decided again because its account was changed elsewhere
 * @param stuckMillis a commit under way for longer loses its connection and is looked up
 * @param rememberedAccounts accounts kept in memory
 * @param headwayMillis least time between two trains of a lane, unless one is full; 0: each leaves when the one before
 *     is back
 */
public record LaneConfig(
        int lanes,
        int queueCapacity,
        int batchCap,
        int deadlineMillis,
        int attempts,
        int stuckMillis,
        int rememberedAccounts,
        int headwayMillis) {

    /** What runs when nothing is set. */
    public static final LaneConfig DEFAULT =
            new LaneConfig(oneForEachProcessor(), 8192, 512, 5000, 12, 15_000, 400_000, 2);

    /** Without headway. */
    public LaneConfig(
            int lanes,
            int queueCapacity,
            int batchCap,
            int deadlineMillis,
            int attempts,
            int stuckMillis,
            int rememberedAccounts) {
        this(lanes, queueCapacity, batchCap, deadlineMillis, attempts, stuckMillis, rememberedAccounts, 0);
    }

    /** Reads its settings. */
    public static LaneConfig from(Settings settings) {
        return new LaneConfig(
                lanes(settings.wholeNumber(
                        "SUINIAN_LANES",
                        0,
                        0,
                        64,
                        "lanes: concurrent commits of this node; 0: one for each processor")),
                settings.wholeNumber(
                        "SUINIAN_LANE_QUEUE", DEFAULT.queueCapacity, 1, 1_000_000, "taps that may wait in one lane"),
                settings.wholeNumber("SUINIAN_BATCH_CAP", DEFAULT.batchCap, 1, 10_000, "most taps in one commit"),
                settings.wholeNumber(
                        "SUINIAN_TAP_DEADLINE_MILLIS",
                        DEFAULT.deadlineMillis,
                        50,
                        60_000,
                        "a tap not answered by then gets 503"),
                DEFAULT.attempts,
                settings.wholeNumber(
                        "SUINIAN_STUCK_COMMIT_MILLIS",
                        DEFAULT.stuckMillis,
                        1_000,
                        600_000,
                        "a commit under way for longer loses its connection"),
                settings.wholeNumber(
                        "SUINIAN_REMEMBERED_ACCOUNTS",
                        DEFAULT.rememberedAccounts,
                        1_000,
                        20_000_000,
                        "accounts kept in memory, about 500 bytes each"),
                settings.wholeNumber(
                        "SUINIAN_HEADWAY_MILLIS",
                        DEFAULT.headwayMillis,
                        0,
                        100,
                        "least time between two commits of a lane, unless one is full; 0: none"));
    }

    private static int lanes(int wanted) {
        return wanted == 0 ? DEFAULT.lanes : wanted;
    }

    /** While one waits for its commit another one decides. More only make the batches smaller. */
    private static int oneForEachProcessor() {
        return Math.max(2, Math.min(64, Runtime.getRuntime().availableProcessors()));
    }
}
