package cn.suinian.settlement.risk.policy;

import java.time.Duration;
import java.util.Map;

/**
 * From where on something looks wrong. The city changes them in the table {@code risk_limit}; what a row does not say
 * has the default.
 *
 * @param travelKmh faster than this between two taps is impossible: the fastest metro line runs 120
 * @param travelMetres nearer than this is one place: a wrong position, a till next door
 * @param clockSlackSeconds how far two terminals' clocks may disagree; added to the time between two taps
 * @param journeyMinutes how long a metro journey may take (docs/protocol.md, "Journeys")
 * @param mealTransitSeconds a meal and a ride with no more than this between them
 * @param mealTransitMetres and at least this far apart
 * @param burstMeals subsidised meals of different holders at one terminal
 * @param burstSeconds within this time
 * @param serialRun cards in the order of issue at one terminal, one after the other
 * @param serialGapSeconds with no more than this between one and the next
 * @param replays declined replays of one card
 * @param replaySeconds within this time
 */
public record RiskLimits(
        int travelKmh,
        int travelMetres,
        int clockSlackSeconds,
        int journeyMinutes,
        int mealTransitSeconds,
        int mealTransitMetres,
        int burstMeals,
        int burstSeconds,
        int serialRun,
        int serialGapSeconds,
        int replays,
        int replaySeconds) {

    /** What holds until the city says otherwise. */
    public static final RiskLimits DEFAULT = new RiskLimits(120, 2000, 60, 240, 600, 5000, 12, 60, 6, 60, 3, 3600);

    /** A window is walked into from this many of its lengths before, so that its state is that of a longer walk. */
    private static final int RUN_UP = 5;

    /** The limits in these rows, by their names in the table. */
    public static RiskLimits of(Map<String, Integer> rows) {
        return new RiskLimits(
                rows.getOrDefault("TRAVEL_KMH", DEFAULT.travelKmh),
                rows.getOrDefault("TRAVEL_METRES", DEFAULT.travelMetres),
                rows.getOrDefault("CLOCK_SLACK_SECONDS", DEFAULT.clockSlackSeconds),
                rows.getOrDefault("JOURNEY_MINUTES", DEFAULT.journeyMinutes),
                rows.getOrDefault("MEAL_TRANSIT_SECONDS", DEFAULT.mealTransitSeconds),
                rows.getOrDefault("MEAL_TRANSIT_METRES", DEFAULT.mealTransitMetres),
                rows.getOrDefault("BURST_MEALS", DEFAULT.burstMeals),
                rows.getOrDefault("BURST_SECONDS", DEFAULT.burstSeconds),
                rows.getOrDefault("SERIAL_RUN", DEFAULT.serialRun),
                rows.getOrDefault("SERIAL_GAP_SECONDS", DEFAULT.serialGapSeconds),
                rows.getOrDefault("REPLAYS", DEFAULT.replays),
                rows.getOrDefault("REPLAY_SECONDS", DEFAULT.replaySeconds));
    }

    /** How far back, and ahead, a holder's trail must reach for what is said about one of its taps. */
    public Duration holderReach() {
        return Duration.ofSeconds(Math.max(journeyMinutes * 60L, Math.max(mealTransitSeconds, 2L * replaySeconds)));
    }

    /** How far back a terminal's trail must reach. */
    public Duration terminalReach() {
        return Duration.ofSeconds(Math.max(RUN_UP * (long) burstSeconds, (long) serialRun * serialGapSeconds));
    }
}
