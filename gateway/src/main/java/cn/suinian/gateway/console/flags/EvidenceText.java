package cn.suinian.gateway.console.flags;

import cn.suinian.gateway.console.page.Figures;
import cn.suinian.gateway.console.page.Language;
import cn.suinian.settlement.risk.policy.FlagKind;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;

/** A flag in plain words. */
public final class EvidenceText {

    private EvidenceText() {}

    /** What the kind is called; a kind of a newer release keeps its name. */
    public static String title(String kind, Language language) {
        return known(kind).map(each -> title(each).in(language)).orElse(kind);
    }

    static FlagsText title(FlagKind kind) {
        return FlagsText.valueOf(kind.name());
    }

    /** What a clerk can check. */
    static String line(StoredFlag flag, Language language) {
        return line(flag.kind(), flag.evidence(), language);
    }

    /** What a clerk can check about a flag of this kind. */
    public static String line(String kind, JsonObject evidence, Language language) {
        return known(kind)
                .map(each -> line(each, evidence, language))
                .orElseGet(() -> FlagsText.OTHER_LINE.in(language));
    }

    private static String line(FlagKind kind, JsonObject evidence, Language language) {
        String seconds = number(evidence, "seconds");
        return switch (kind) {
            case IMPOSSIBLE_TRAVEL -> travel(evidence, seconds, language);
            case OVERLAPPING_JOURNEYS -> overlap(evidence.getString("how", "")).in(language, seconds);
            case TERMINAL_BURST ->
                (evidence.getString("how", "").equals("SERIALS") ? FlagsText.SERIALS_LINE : FlagsText.MEALS_LINE)
                        .in(language, seconds, number(evidence, "cards"));
            case MEAL_AND_DISTANT_TRANSIT ->
                FlagsText.MEAL_AND_DISTANT_TRANSIT_LINE.in(language, seconds, number(evidence, "metres"));
            case TAP_AFTER_DEATH -> death(evidence, language);
            case TAP_AFTER_STOP -> stop(evidence.getString("outcome", "")).in(language);
            case GOOD_FAITH_TAP -> FlagsText.GOOD_FAITH_TAP_LINE.in(language, yuan(evidence));
            case SEQUENCE_REUSED -> FlagsText.SEQUENCE_REUSED_LINE.in(language, seconds);
            case COUNTER_REPLAYED -> FlagsText.COUNTER_REPLAYED_LINE.in(language, seconds, number(evidence, "replays"));
        };
    }

    /** The speed is of the seconds and the clocks' slack together. Flags of an earlier release do not say how much. */
    private static String travel(JsonObject evidence, String seconds, Language language) {
        String metres = number(evidence, "metres");
        String kmh = number(evidence, "kmh");
        String limit = number(evidence, "limitKmh");
        return evidence.containsKey("slackSeconds")
                ? FlagsText.IMPOSSIBLE_TRAVEL_LINE.in(
                        language, metres, seconds, number(evidence, "slackSeconds"), kmh, limit)
                : FlagsText.IMPOSSIBLE_TRAVEL_EARLIER_LINE.in(language, metres, seconds, kmh, limit);
    }

    private static FlagsText overlap(String how) {
        return switch (how) {
            case "BOTH_ENDED" -> FlagsText.BOTH_ENDED_LINE;
            case "BUS_IN_BETWEEN" -> FlagsText.BUS_IN_BETWEEN_LINE;
            default -> FlagsText.STILL_OPEN_LINE;
        };
    }

    private static FlagsText stop(String outcome) {
        return switch (outcome) {
            case "CARD_REPLACED" -> FlagsText.REPLACED_LINE;
            case "CARD_CANCELLED" -> FlagsText.CANCELLED_LINE;
            default -> FlagsText.LOST_LINE;
        };
    }

    private static String death(JsonObject evidence, Language language) {
        boolean approved = evidence.getString("outcome", "").equals("APPROVED");
        String outcome = approved ? FlagsText.APPROVED.in(language, yuan(evidence)) : FlagsText.DECLINED.in(language);
        return evidence.containsKey("daysAfter")
                ? FlagsText.TAP_AFTER_DEATH_LINE.in(language, number(evidence, "daysAfter"), outcome)
                : FlagsText.DEATH_KNOWN_LINE.in(language, outcome);
    }

    private static String yuan(JsonObject evidence) {
        return Figures.yuan(evidence.getLong("subsidyFen", 0L));
    }

    private static String number(JsonObject evidence, String name) {
        Long value = evidence.getLong(name);
        return value == null ? "?" : Figures.count(value);
    }

    private static Optional<FlagKind> known(String kind) {
        return Arrays.stream(FlagKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst();
    }
}
